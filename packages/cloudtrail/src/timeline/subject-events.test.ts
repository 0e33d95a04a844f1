import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import type { BrokenLog } from '../read/broken-log.ts';
import { readTrail } from '../read/read-trail.ts';
import { call, federatedIdentity, roleIdentity, USER_KEY, userIdentity } from '../testing/records.ts';
import { WRAPPERS } from '../testing/wrapped-records.ts';
import { subjectEvents } from './subject-events.ts';
import type { TimelineSubjects } from './timeline.ts';
import { timelineOf } from './timeline-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'firebreak-timeline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const callers = [
  userIdentity(USER_KEY),
  roleIdentity('ASIARTXV5AHDREXAMPLE', 'Deployer'),
  federatedIdentity('ASIARTXV5AHDSEXAMPLE'),
  userIdentity('AKIARTXV5AHDTEXAMPLE', 'zoë'),
  userIdentity('AKIARTXV5AHDUEXAMPLE', 'a+b'),
];
for (const [index, [name, wrap]] of Object.entries(WRAPPERS).entries()) {
  const records = callers.map((caller, place) => ({
    ...call(caller, `Call${index}`, `2026-09-14T08:00:0${place}Z`),
    sourceIPAddress: place % 2 === 0 ? `203.0.113.${index}` : '2001:db8::1',
    eventID: `${name} ${place}`,
  }));
  writeFileSync(join(folder, `${index}.json.gz`), gzipSync(wrap(records)));
}
// A writer that escapes what JSON allows to escape.
const escaped = JSON.stringify({
  Records: [call(userIdentity(USER_KEY, 'a+b'), 'Escaped', '2026-09-14T09:00:00Z')],
});
writeFileSync(join(folder, 'escaped.json'), escaped.replaceAll('/', '\\/').replaceAll('+', '\\u002b'));

async function both(subjects: TimelineSubjects) {
  const broken: BrokenLog[] = [];
  const onBroken = (at: BrokenLog): unknown => broken.push(at);
  const found = await timelineOf(subjectEvents(folder, subjects, { onBroken }), subjects);
  const full = await timelineOf(readTrail(folder), subjects);
  return { found, full, broken };
}

test.each<[string, TimelineSubjects, number]>([
  ['a key', { keys: [USER_KEY] }, 17],
  ['a user', { principals: ['arn:aws:iam::111111111111:user/build-bot'] }, 32],
  ['a user whose name is escaped', { principals: ['arn:aws:iam::111111111111:user/a+b'] }, 17],
  ['a name that is not ASCII', { principals: ['zoë'] }, 16],
  ['a role', { principals: ['arn:aws:iam::111111111111:role/Deployer'] }, 16],
  ['a session', { principals: ['arn:aws:sts::111111111111:assumed-role/Deployer/deployer'] }, 16],
  ['a federated user', { principals: ['arn:aws:sts::111111111111:federated-user/guest'] }, 16],
  ['an address', { addresses: ['203.0.113.1'] }, 3],
  ['a block', { addresses: ['203.0.113.0/29'] }, 24],
  ['an IPv6 block', { addresses: ['2001:db8::/64'] }, 32],
  ['several', { keys: [USER_KEY], principals: ['Deployer'], addresses: ['203.0.113.2'] }, 35],
  ['nobody', { keys: ['AKIARTXV5AHD2EXAMPLE'] }, 0],
])('%s: the search finds what reading all of it finds', async (_, subjects, events) => {
  const { found, full, broken } = await both(subjects);
  expect(found).toEqual(full);
  expect(found.counts.events).toBe(events);
  expect(broken).toEqual([]);
});

test('a broken file is told, and what is whole in it is there', async () => {
  const cut = join(folder, 'cut.json.gz');
  const records = Array.from({ length: 2_000 }, (_, place) => ({
    ...call(userIdentity('AKIARTXV5AHDVEXAMPLE'), 'Cut', '2026-09-14T08:00:00Z'),
    eventID: `cut ${place} ${Math.sin(place)}`,
  }));
  const whole = gzipSync(JSON.stringify({ Records: records }));
  writeFileSync(cut, whole.subarray(0, whole.length / 2));
  const broken: BrokenLog[] = [];
  const subjects = { keys: ['AKIARTXV5AHDVEXAMPLE'] };
  const options = { onBroken: (at: BrokenLog): unknown => broken.push(at) };
  const { counts } = await timelineOf(subjectEvents(cut, subjects, options), subjects);
  expect(counts.events).toBeGreaterThan(500);
  expect(broken).toEqual([expect.objectContaining({ path: cut, records: counts.events })]);
});

test('a folder without CloudTrail records is no answer', async () => {
  const other = join(folder, 'other.txt.json');
  writeFileSync(other, '{"a": 1}');
  const events = subjectEvents(other, { keys: [USER_KEY] }, { onBroken: () => {} });
  await expect(events.next()).rejects.toThrow('no file holds a CloudTrail record');
});

test('it stops when it is told to', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  const events = subjectEvents(folder, { keys: [USER_KEY] }, { onBroken: () => {}, signal });
  await expect(events.next()).rejects.toThrow('enough');
});
