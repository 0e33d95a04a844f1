import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindParameters } from './bind-parameters.ts';
import { ParameterInvalid } from './errors.ts';
import type { QueryParameter } from './query-parameter.ts';

const clock = () => new Date('2026-03-08T12:00:00.500Z');
const described = { description: 'A value.', example: 'x' };
const query = {
  name: 'key-calls',
  path: 'sql/key-calls.sql',
  sql: 'SELECT 1 WHERE day BETWEEN ? AND ? AND ? = ? AND ? = ?',
  bindings: ['since.day', 'until.next-day', 'since', 'until', 'user', 'user'],
  parameters: [
    { name: 'user', type: 'text', required: true, ...described },
    { name: 'since', type: 'time', required: false, default: '36h', ...described },
    { name: 'until', type: 'time', required: false, default: 'now', ...described },
  ] satisfies QueryParameter[],
};

test('bindParameters() fills in defaults and counts back from the clock', () => {
  expect(bindParameters(query, { user: 'alice' }, clock)).toEqual({
    name: 'key-calls',
    sql: query.sql,
    values: [
      { binding: 'since.day', type: 'varchar', value: '2026/03/07' },
      { binding: 'until.next-day', type: 'varchar', value: '2026/03/09' },
      { binding: 'since', type: 'varchar', value: '2026-03-07T00:00:00Z' },
      { binding: 'until', type: 'varchar', value: '2026-03-08T12:00:00Z' },
      { binding: 'user', type: 'varchar', value: 'alice' },
      { binding: 'user', type: 'varchar', value: 'alice' },
    ],
    parameters: { user: 'alice', since: '2026-03-07T00:00:00Z', until: '2026-03-08T12:00:00Z' },
    hunt: [],
  });
});

test('bindParameters() turns zones into UTC', () => {
  const { parameters } = bindParameters(query, { user: 'a', since: '2026-03-01T01:00:00+02:00' }, clock);
  expect(parameters['since']).toBe('2026-02-28T23:00:00Z');
});

test.each([
  [{}, 'user', 'a value is required'],
  [{ user: '' }, 'user', 'it must be text on one line, without control characters; it is empty'],
  [{ user: 'a\nb' }, 'user', 'it must be text on one line, without control characters'],
  [{ user: '\ud800' }, 'user', 'it must be text on one line, without control characters'],
  [{ user: 'a'.repeat(1023) }, 'user', 'it must be shorter: an engine takes 1024 characters at most'],
  [{ user: "'".repeat(512) }, 'user', 'it must be shorter: an engine takes 1024 characters at most'],
  [{ user: 'a', since: '2026-03-01' }, 'since', 'it must be a time with its zone'],
  [{ user: 'a', since: '1h', until: '2h' }, 'since', 'it is later than until, so nothing could be found'],
  [{ user: 'a', uesr: 'b' }, 'uesr', 'the query has no such parameter'],
])('bindParameters() refuses %j', (values: Record<string, string>, parameter, reason) => {
  expect(() => bindParameters(query, values, clock)).toThrow(
    expect.objectContaining({
      name: 'ParameterInvalid',
      parameter,
      message: expect.stringContaining(`Cannot bind parameter ${parameter} of key-calls: ${reason}`),
    }),
  );
});

test('a refused parameter comes with an example', () => {
  expect(() => bindParameters(query, {}, clock)).toThrow(
    expect.objectContaining({ remedy: 'Give user a value such as x.', where: 'sql/key-calls.sql' }),
  );
});

test('whatever a value holds, the statement and the other values stay as they are', () => {
  const plain = bindParameters(query, { user: 'alice' }, clock);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (user) => {
      try {
        const bound = bindParameters(query, { user }, clock);
        expect(bound.sql).toBe(query.sql);
        expect(bound.values.slice(0, 4)).toEqual(plain.values.slice(0, 4));
        expect(bound.values.slice(4).map(({ value }) => value)).toEqual([user, user]);
      } catch (error) {
        if (!(error instanceof ParameterInvalid)) throw error;
        expect(user === '' || /\p{Cc}/u.test(user) || !user.isWellFormed()).toBe(true);
      }
    }),
  );
});

test('an unknown name never reaches the prototype or the message', () => {
  const values = JSON.parse('{"user":"a","__proto__":"b"}') as Record<string, string>;
  expect(() => bindParameters(query, values, clock)).toThrow('parameter __proto__ of');
  expect(() => bindParameters(query, { user: 'a', '\u001b[2J': 'b' }, clock)).toThrow('not printable');
});

test('bindParameters() takes any where it is the default, counts as numbers, and an address as a network', () => {
  const open = { type: 'account-id', required: false, default: 'any', ...described } as const;
  const bound = bindParameters(
    {
      ...query,
      bindings: ['account', 'from', 'least'],
      hunt: ['from'],
      parameters: [
        { name: 'account', ...open },
        { name: 'from', type: 'network', required: true, ...described },
        { name: 'least', type: 'number', required: true, ...described },
      ],
    },
    { from: '192.0.2.10', least: '5' },
    clock,
  );
  expect(bound.values).toEqual([
    { binding: 'account', type: 'varchar', value: 'any' },
    { binding: 'from', type: 'varchar', value: '192.0.2.10/32' },
    { binding: 'least', type: 'bigint', value: '5' },
  ]);
});
