import { expect, test } from 'vitest';
import { sessionName, sourceIdentity } from './session-name.ts';

const ALLOWED = /^[\w+=,.@-]{2,64}$/;

test('the names of a session say who works on what', () => {
  const purpose = { responder: 'alice', incident: '20260914T093000Z-leaked-key' };
  expect(sessionName(purpose)).toBe('alice@20260914T093000Z-leaked-key');
  expect(sourceIdentity(purpose)).toBe('alice');
  expect(sessionName({ responder: 'alice' })).toBe('alice@firebreak');
});

test.each(['', 'x', 'Ünï Cödé\n', 'CORP\\alice', '%$&', 'a'.repeat(300), '\u202Eevil'])(
  'a responder called %j is no trouble',
  (responder) => {
    expect(sessionName({ responder, incident: `20260914T093000Z-${'long-'.repeat(40)}` })).toMatch(ALLOWED);
    expect(sessionName({ responder })).toMatch(ALLOWED);
    expect(sourceIdentity({ responder })).toMatch(ALLOWED);
  },
);
