import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GeneratedTrail, generateTrail, trailTruth } from '../../bench/generate-trail.ts';
import { LogsMissing } from '../errors.ts';
import { traceKey } from '../lineage/trace-key.ts';
import { indexTrail, type TrailIndex } from '../lineage/trail-index.ts';
import { readTrail } from '../read/read-trail.ts';
import { keyId } from '../testing/key-id.ts';
import { assumeRole, call, deliver, roleIdentity, USER_KEY, userIdentity } from '../testing/records.ts';
import { indexFolder } from './index-folder.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firebreak-index-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('over a generated trail, traceKey() says the same as over all events', () => {
  let trail: GeneratedTrail;
  let full: TrailIndex;
  let keys: string[];
  beforeAll(async () => {
    trail = await generateTrail({ events: 1_200, seed: 7, folder: join(folder, 'trail') });
    full = await indexTrail(readTrail(trail.logs));
    keys = trailTruth(trail).map(({ key }) => key);
  });

  test.each([
    ['in this thread', { threads: 0 }],
    ['with threads', { threads: 2, threadsFrom: 0 }],
  ])('key by key, %s', async (_, options) => {
    const source = await indexFolder(trail.logs, keys[0] ?? '', options);
    expect(source.coverage).toEqual({ from: full.coverage.from, to: full.coverage.to });
    for (const key of keys.filter((_, at) => options.threads === 0 || at % 5 === 0))
      expect(await traceKey(key, source)).toEqual(await traceKey(key, full));
  });

  test('for some keys, when the records are too many to keep', async () => {
    const source = await indexFolder(trail.logs, keys[0] ?? '', { keepBytes: 1_000 });
    for (const key of keys.filter((_, at) => at % 15 === 0))
      expect(await traceKey(key, source)).toEqual(await traceKey(key, full));
  });

  test('for the key that was asked for, and one that nobody knows', async () => {
    for (const key of [...keys.filter((_, at) => at % 60 === 0), keyId('ASIA', '111111111111', 3), ''])
      expect(await traceKey(key, await indexFolder(trail.logs, key))).toEqual(await traceKey(key, full));
  });

  test('the chains are those that the generator made', async () => {
    const source = await indexFolder(trail.logs, keys[0] ?? '');
    for (const { key, root, chain } of trailTruth(trail)) {
      const lineage = await traceKey(key, source);
      expect(lineage.chain.map(({ accessKeyId }) => accessKeyId)).toEqual(chain);
      expect(lineage.root.kind).toBe(root);
    }
  });
});

describe('indexFolder() with hand-made files', () => {
  const [first, second, third] = [1, 2, 3].map((serial) => keyId('ASIA', '111111111111', serial));
  const session = roleIdentity(first ?? '', 'Deploy');
  const records = [
    assumeRole(userIdentity(USER_KEY), { key: first ?? '', role: 'Deploy', time: '2026-09-14T08:00:00Z' }),
    assumeRole(session, { key: second ?? '', role: 'Audit', time: '2026-09-14T08:01:00Z' }),
    // The caller's copy does not name the new key; only the shared event id leads to the copy that does.
    {
      ...assumeRole(session, { key: '', role: 'Other', time: '2026-09-14T08:02:00Z' }),
      responseElements: null,
      sharedEventID: 'shared-EXAMPLE',
    },
    {
      ...assumeRole(
        { type: 'AWSAccount', accountId: '111111111111' },
        { key: third ?? '', role: 'Other', time: '2026-09-14T08:02:00Z' },
      ),
      sharedEventID: 'shared-EXAMPLE',
    },
    call(roleIdentity(third ?? '', 'Other'), 'ListBuckets', '2026-09-14T08:03:00Z'),
    deliver('i-0aaaaaaaaaaEXAMPLE', {
      key: keyId('ASIA', '111111111111', 4),
      role: 'Web',
      time: '2026-09-14T07:00:00Z',
    }),
    {
      ...call(
        {
          ...roleIdentity(keyId('ASIA', '111111111111', 5), 'Web'),
          arn: 'arn:aws:sts::111111111111:assumed-role/Web/i-0aaaaaaaaaaEXAMPLE',
        },
        'ListBuckets',
        '2026-09-14T07:30:00Z',
      ),
    },
  ];
  const keys = [USER_KEY, ...[1, 2, 3, 4, 5].map((serial) => keyId('ASIA', '111111111111', serial))];

  test.each([
    ['one delivery file', 'a.json.gz', gzipSync(JSON.stringify({ Records: records }))],
    ['white space', 'b.json', JSON.stringify({ Records: records }, undefined, 1)],
    [
      'white space inside of the records',
      'c.json',
      JSON.stringify({ Records: records }).replaceAll('":', '" : '),
    ],
    ['fields in alphabetical order', 'd.json', JSON.stringify({ Records: records.map(sorted) })],
    ['JSON lines', 'e.jsonl', records.map((record) => JSON.stringify(record)).join('\n')],
  ])('%s', async (_, name, text) => {
    const path = join(folder, name);
    await writeFile(path, text);
    const full = await indexTrail(readTrail(path));
    for (const key of keys)
      expect(await traceKey(key, await indexFolder(path, key))).toEqual(await traceKey(key, full));
  });

  test('a forged list of records changes nothing', async () => {
    const forged = assumeRole(userIdentity('AKIARTXV5AHDSEXAMPLE'), {
      key: first ?? '',
      role: 'Forged',
      time: '2020-01-01T00:00:00Z',
    });
    const carrier = call(userIdentity('AKIARTXV5AHDTEXAMPLE'), 'PutItem', '2026-09-14T07:59:00Z');
    const sent = { ...carrier, requestParameters: { items: [{}, forged, forged, forged] } };
    const path = join(folder, 'forged.json');
    await writeFile(path, JSON.stringify({ Records: [sent, ...records, sent] }));
    const source = await indexFolder(path, first ?? '');
    expect(source.coverage.from).toBe('2026-09-14T07:00:00Z');
    expect((await traceKey(first ?? '', source)).root).toMatchObject({ accessKeyId: USER_KEY });
  });

  test('no record at all', async () => {
    const path = join(folder, 'none.json');
    await writeFile(path, '{"Records":[]}');
    await expect(indexFolder(path, USER_KEY)).rejects.toThrow(LogsMissing);
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
