import { expect, test } from 'vitest';
import { call, createAccessKey, USER_KEY, userIdentity } from '../testing/records.ts';
import { readEvent } from './read-event.ts';

const record = call(userIdentity(USER_KEY), 'ListBuckets', '2026-09-14T10:00:00+02:00');

test('readEvent() takes the time to UTC and leaves the record as it was delivered', () => {
  const event = readEvent(record);
  expect(event?.time).toBe('2026-09-14T08:00:00Z');
  expect(event?.record).toBe(record);
});

test('readEvent() fills in a missing eventTime as the forwarder wrote it', () => {
  const { eventTime: _, ...forwarded } = record;
  const event = readEvent({ ...forwarded, '@timestamp': '2026-09-14T08:00:00.000Z' });
  expect(event?.time).toBe('2026-09-14T08:00:00Z');
  expect(event?.record['eventTime']).toBe('2026-09-14T08:00:00.000Z');
});

test('readEvent() finds the key that CreateAccessKey made, and its user', () => {
  const key = 'AKIARTXV5AHDREXAMPLE';
  const made = createAccessKey(userIdentity(USER_KEY), { key, user: 'alice', time: '2026-09-14T08:00:00Z' });
  expect(readEvent(made)).toMatchObject({ issuedKeyId: key, credentialUser: 'alice' });
  expect(readEvent({ ...made, responseElements: null })).toMatchObject({
    issuedKeyId: undefined,
    credentialUser: 'alice',
  });
});
