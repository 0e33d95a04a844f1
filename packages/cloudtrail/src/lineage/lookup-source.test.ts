import { Problem } from '@firebreak/problem';
import { expect, test } from 'vitest';
import { historyPage, testClock } from '../testing/event-history.ts';
import { assumeRole, call, roleIdentity, USER_KEY, userIdentity } from '../testing/records.ts';
import type { LookupEvents, LookupInput, LookupPlace } from './lookup-events.ts';
import { LookupSource } from './lookup-source.ts';
import { traceKey } from './trace-key.ts';

const KEY = 'ASIARTXV5AHDREXAMPLE';
const records = [
  assumeRole(userIdentity(USER_KEY), { key: KEY, role: 'Deployer', time: '2026-09-14T08:00:00Z' }),
  ...[1, 2, 3, 4].map((hour) =>
    call(roleIdentity(KEY, 'Deployer'), 'ListBuckets', `2026-09-14T0${hour + 4}:00:00Z`),
  ),
  call(userIdentity(USER_KEY), 'ListBuckets', '2026-09-14T07:00:00Z'),
];

class CallRefused extends Problem {}
class CallThrottled extends Problem {}
class OutcomeUnknown extends Problem {}

const remedy = { remedy: 'Wait.' };

function place(lookupEvents: LookupEvents, region = 'us-east-1'): LookupPlace {
  return { account: '111111111111', region, lookupEvents };
}

const answering: LookupEvents = async (input) => historyPage(records, input, 2);
const empty: LookupEvents = async () => ({ Events: [] });

test('pages are followed, half a second apart in each region', async () => {
  const asked: LookupInput[] = [];
  const clock = testClock();
  const noting: LookupEvents = async (input) => {
    asked.push(input);
    return historyPage(records, input, 2);
  };
  const { chain } = await traceKey(KEY, new LookupSource([place(noting)], { clock }));
  expect(chain.map(({ accessKeyId }) => accessKeyId)).toEqual([USER_KEY, KEY]);
  const ofKey = asked.filter(({ LookupAttributes: [{ AttributeKey, AttributeValue }] }) => {
    return AttributeKey === 'AccessKeyId' && AttributeValue === KEY;
  });
  expect(ofKey.map(({ NextToken }) => NextToken)).toEqual([undefined, '2']);
  expect(clock.waits).toEqual(Array(asked.length - 1).fill(500));
});

test('the same thing is not asked twice, and no more regions than are needed to go back', async () => {
  const asked: string[] = [];
  const noting =
    (region: string, answer: LookupEvents): LookupEvents =>
    (input, options) => {
      asked.push(`${region} ${JSON.stringify(input)}`);
      return answer(input, options);
    };
  const places = [place(noting('us-east-1', answering)), place(noting('eu-west-1', empty), 'eu-west-1')];
  const source = new LookupSource(places, { clock: testClock() });
  const lineage = await traceKey(KEY, source);
  expect(new Set(asked).size).toBe(asked.length);
  expect(
    asked.some(
      (text) => text.startsWith('eu-west-1') && text.includes(`ResourceName","AttributeValue":"${KEY}`),
    ),
  ).toBe(false);
  const before = asked.length;
  expect(await traceKey(KEY, source)).toEqual(lineage);
  expect(asked).toHaveLength(before);
});

test('what was too much at once is sent again, later each time', async () => {
  let failures = 3;
  const clock = testClock();
  const busy: LookupEvents = async (input) => {
    failures -= 1;
    if (failures >= 0) throw new CallThrottled('Cannot call: AWS asks to slow down', remedy);
    return historyPage(records, input);
  };
  const { chain, gaps } = await traceKey(KEY, new LookupSource([place(busy)], { clock }));
  expect(chain).toHaveLength(2);
  expect(gaps).toEqual([]);
  expect(clock.waits.filter((wait) => wait > 500)).toEqual([750, 1500, 3000]);
});

test('a region that refuses is asked once, and is a gap of the answer from the others', async () => {
  let times = 0;
  const refusing: LookupEvents = async () => {
    times += 1;
    throw new CallRefused('Cannot call cloudtrail:LookupEvents: AccessDenied', remedy);
  };
  const places = [place(refusing, 'eu-west-1'), place(answering)];
  const { chain, gaps } = await traceKey(KEY, new LookupSource(places, { clock: testClock() }));
  expect(chain).toHaveLength(2);
  expect(times).toBe(1);
  expect(gaps).toHaveLength(1);
  expect(gaps[0]).toMatchObject({
    kind: 'source-unavailable',
    what: expect.stringContaining('eu-west-1 of account 111111111111 could not be asked: Cannot call'),
    command: expect.stringContaining('--region eu-west-1'),
  });
});

test('where no region answers, there is no lineage', async () => {
  const failing: LookupEvents = async () => {
    throw new OutcomeUnknown('no answer came', remedy);
  };
  const clock = testClock();
  const source = new LookupSource([place(failing), place(failing, 'eu-west-1')], { clock });
  await expect(traceKey(KEY, source)).rejects.toThrow('no answer came');
});

test('a mistake in the program is no gap', async () => {
  const wrong: LookupEvents = async () => {
    throw new TypeError('x is not a function');
  };
  const source = new LookupSource([place(answering), place(wrong, 'eu-west-1')], { clock: testClock() });
  await expect(traceKey(KEY, source)).rejects.toThrow(TypeError);
});

test('a key with more events than are read is a gap', async () => {
  const source = new LookupSource([place(answering)], { clock: testClock(), maxPages: 1 });
  const { gaps } = await traceKey(KEY, source);
  expect(gaps.map(({ kind }) => kind)).toEqual(['source-unavailable']);
  expect(gaps[0]?.what).toContain(`Only the newest 50 events of ${KEY}`);
});

test('a session that began more than 90 days ago is beyond the event history', async () => {
  const old = { ...roleIdentity(KEY, 'Deployer') };
  const attributes = { creationDate: '2026-06-01T00:00:00Z' };
  const session = { ...(old['sessionContext'] as object), attributes };
  const used = call({ ...old, sessionContext: session }, 'ListBuckets', '2026-09-14T08:00:00Z');
  const history: LookupEvents = async (input) => historyPage([used], input);
  const { gaps } = await traceKey(KEY, new LookupSource([place(history)], { clock: testClock() }));
  expect(gaps[0]).toMatchObject({
    kind: 'beyond-retention',
    what: expect.stringContaining('the records begin at 2026-06-22T00:00:00Z'),
  });
});

test('the time that was asked for goes into each request', async () => {
  const asked: LookupInput[] = [];
  const noting: LookupEvents = async (input) => {
    asked.push(input);
    return {};
  };
  const span = { from: '2026-09-13T00:00:00Z', to: '2026-09-15T00:00:00Z' };
  await traceKey(KEY, new LookupSource([place(noting)], { ...span, clock: testClock() }));
  expect(asked.length).toBeGreaterThan(0);
  for (const input of asked)
    expect(input).toMatchObject({ StartTime: '2026-09-13T00:00:00Z', EndTime: '2026-09-15T00:00:00Z' });
});

test('a trace that is left ends with the reason of the signal', async () => {
  const controller = new AbortController();
  const leaving: LookupEvents = async () => {
    controller.abort(new Error('left'));
    throw new OutcomeUnknown('aborted', remedy);
  };
  const source = new LookupSource([place(leaving)], { clock: testClock(), signal: controller.signal });
  await expect(traceKey(KEY, source)).rejects.toThrow('left');
});
