import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvent } from '../read/read-event.ts';
import { delivered } from '../testing/random-chain.ts';
import {
  assumeRole,
  call,
  createAccessKey,
  roleIdentity,
  USER_KEY,
  userIdentity,
} from '../testing/records.ts';
import type { TimelineCall, TimelineOptions } from './timeline.ts';
import { timelineOf } from './timeline-of.ts';

type Json = Record<string, unknown>;

const alice = userIdentity(USER_KEY, 'alice');
const at = (clock: string) => `2026-09-14T${clock}Z`;
const timeline = (records: readonly Json[], options: TimelineOptions = { keys: [USER_KEY] }) =>
  timelineOf(
    records.map(readEvent).filter((event) => event !== undefined),
    options,
  );

test('order and repetition of the records change nothing but the number of copies', async () => {
  const session = roleIdentity('ASIARTXV5AHDREXAMPLE', 'Deployer');
  const bare = call(alice, 'Bare', at('08:00:30'));
  const { eventID: _, ...withoutId } = bare;
  const own = {
    ...assumeRole(alice, { key: 'ASIARTXV5AHDREXAMPLE', role: 'Deployer', time: at('08:00:00') }),
  };
  const records: Json[] = [
    withoutId,
    { ...own, sharedEventID: 's', eventID: 'own' },
    { ...own, sharedEventID: 's', eventID: 'theirs', recipientAccountId: '222222222222' },
    call(session, 'ListBuckets', at('08:00:00')),
    { ...call(session, 'GetObject', at('08:00:00')), sourceIPAddress: '192.0.2.1', eventID: 'a' },
    { ...call(session, 'GetObject', at('08:00:00')), awsRegion: 'eu-west-1', eventID: 'b' },
    { ...call(session, 'GetObject', at('10:00:00')), userAgent: 'Boto3/1' },
    {
      ...call(session, 'GetObject', at('10:00:00')),
      userAgent: 'Boto3/1',
      errorCode: 'AccessDenied',
      eventID: 'c',
    },
    createAccessKey(session, { key: 'AKIARTXV5AHDSEXAMPLE', user: 'eve', time: at('11:00:00') }),
  ];
  const options = {
    keys: [USER_KEY],
    principals: ['deployer'],
    addresses: ['192.0.2.1'],
    from: at('08:00:00'),
  };
  const ignoringCopies = async (some: readonly Json[]) => {
    const { counts, ...rest } = await timeline(some, options);
    return { ...rest, counts: { ...counts, copies: 0 } };
  };
  const expected = await ignoringCopies(records);
  expect(expected.counts.events).toBe(8);
  await fc.assert(
    fc.asyncProperty(delivered(records), async (some) => {
      expect(await ignoringCopies(some)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('whatever a caller writes is kept as text and breaks nothing', async () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('\u001b[2J', '\u202e', '__proto__', 'x'.repeat(500)),
  );
  await fc.assert(
    fc.asyncProperty(texts, fc.jsonValue({ maxDepth: 3 }), async (text, request) => {
      const record = {
        ...call({ ...alice, userName: text, arn: text }, text || 'A', at('08:00:00')),
        eventSource: text,
        awsRegion: text,
        sourceIPAddress: text,
        userAgent: text,
        errorCode: text,
        requestParameters: request ?? { roleArn: text, bucketName: text },
        responseElements: request,
      };
      const { counts, entries } = await timeline([record]);
      expect(counts.events).toBe(1);
      const [entry] = entries as TimelineCall[];
      expect((entry?.detail ?? '').length).toBeLessThan(600);
      expect(JSON.parse(JSON.stringify(entry)).eventName).toBe(text || 'A');
    }),
    { numRuns: 40 },
  );
});
