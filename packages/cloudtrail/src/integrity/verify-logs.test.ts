import { appendFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { LogsMissing, ProofUnreadable } from '../errors.ts';
import { deliveredTrail, objectsOf, TRAIL_PLACE } from '../testing/delivered-trail.ts';
import { deliveredLog, digestKey, listedKeys, writeDigest } from '../testing/digest-writer.ts';
import { SyncedTrail } from '../testing/synced-trail.ts';

const key = digestKey();
const hours = deliveredTrail({ key, hours: 4, logsAnHour: 2 });
const [, second, , newest] = hours.map(({ digest }) => digest) as [Digest, Digest, Digest, Digest];
const [log] = (hours[1]?.logs ?? []) as [Log];

type Digest = (typeof hours)[number]['digest'];
type Log = (typeof hours)[number]['logs'][number];

function synced(objects = objectsOf(hours), signed = [newest]): SyncedTrail {
  return new SyncedTrail(objects, [key], signed);
}

test('a whole chain is proven to its beginning by keys and the newest signature', async () => {
  using trail = synced();
  const report = await trail.verify({ buckets: ['example-trail'] });
  expect(trail.flaws(report)).toEqual([]);
  expect(report).toMatchObject({ verdict: 'whole', gaps: [], neededKeys: [], neededSignatures: [] });
  expect(report.files).toHaveLength(4 + 8);
  expect(report.chains).toEqual([
    {
      account: '111111111111',
      region: 'eu-central-1',
      trail: 'main',
      homeRegion: 'eu-central-1',
      organisation: null,
      isBackfill: false,
      buckets: ['example-trail'],
      digests: 4,
      logs: 8,
      from: '2026-09-14T08:01:31Z',
      to: '2026-09-14T12:01:31Z',
      isOpen: false,
    },
  ]);
});

test('the newest signature may lie beside its digest, and keys may be SubjectPublicKeyInfo', async () => {
  using trail = synced(undefined, []);
  writeFileSync(trail.keysFile, JSON.stringify([listedKeys([]), listedKeys([key], 'spki')]));
  writeFileSync(`${trail.path(newest)}.signature`, `${newest.signature}\n`);
  expect((await trail.verify()).verdict).toBe('whole');
});

test('without the newest signature only its digest and logs are not proven', async () => {
  using trail = synced(undefined, []);
  const report = await trail.verify();
  expect(trail.flaws(report)).toEqual([
    `signature-unchecked ${newest.key}`,
    ...(hours[3]?.logs ?? []).map((each) => `valid ${each.key}`),
  ]);
  expect(report).toMatchObject({
    verdict: 'not-proven',
    neededKeys: [],
    neededSignatures: [{ path: trail.path(newest), bucket: 'example-trail', key: newest.key }],
  });
});

test('without keys nothing is called proven, and region and time of the keys are named', async () => {
  using trail = synced();
  const report = await trail.verify({ publicKeys: [] });
  expect(report.verdict).toBe('not-proven');
  expect(report.files.filter(({ proof }) => proof === 'signature')).toEqual([]);
  expect(report.files.filter(({ kind, result }) => kind === 'log' && result === 'valid')).toHaveLength(8);
  expect(report.neededKeys).toEqual([
    {
      region: 'eu-central-1',
      from: '2026-09-14T08:01:31Z',
      to: '2026-09-14T14:01:31Z',
      fingerprints: [key.fingerprint],
    },
  ]);
});

test.each<[string, (trail: SyncedTrail) => void, string[]]>([
  ['changed', (trail) => writeFileSync(trail.path(log), gzipSync('{"Records":[]}')), [`changed ${log.key}`]],
  ['followed by bytes', (trail) => appendFileSync(trail.path(log), 'more'), [`changed ${log.key}`]],
  [
    'followed by a gzip stream',
    (trail) => appendFileSync(trail.path(log), gzipSync('{"Records":[1]}')),
    [`changed ${log.key}`],
  ],
  ['cut off', (trail) => truncateSync(trail.path(log), 30), [`unreadable ${log.key}`]],
  ['deleted', (trail) => rmSync(trail.path(log)), [`missing s3://example-trail/${log.key}`]],
])('a log file that is %s is named', async (_, harm, expected) => {
  using trail = synced();
  harm(trail);
  for (const publicKeys of [[trail.keysFile], []]) {
    const report = await trail.verify({ publicKeys });
    expect(report.verdict).toBe('broken');
    expect(
      report.files.filter(({ kind }) => kind === 'log').filter(({ result }) => result !== 'valid'),
    ).toHaveLength(1);
    expect(trail.flaws(report)).toEqual(expect.arrayContaining(expected));
  }
});

test('a log file that no digest lists is not covered', async () => {
  const added = deliveredLog(TRAIL_PLACE, new Date('2026-09-14T09:15:00Z'), 'forged', [{ eventName: 'x' }]);
  using trail = synced([...objectsOf(hours), added]);
  const report = await trail.verify();
  expect(report.verdict).toBe('not-proven');
  expect(trail.flaws(report)).toEqual([`not-covered ${added.key}`]);
});

test('the beginning is open where the digest before is not here, unless a window says how far back', async () => {
  using trail = synced(objectsOf(hours.slice(2)));
  const open = await trail.verify();
  expect(open).toMatchObject({ verdict: 'not-proven', chains: [{ isOpen: true }] });
  expect(trail.flaws(open)).toEqual([]);
  expect((await trail.verify({ window: { from: '2026-09-14T10:30:00Z' } })).verdict).toBe('whole');
  const broken = await trail.verify({ window: { from: '2026-09-14T09:00:00Z' } });
  expect(trail.flaws(broken)).toEqual([`missing s3://example-trail/${second.key}`]);
  expect(broken.gaps).toMatchObject([{ reason: 'digest-missing', to: '2026-09-14T10:01:31Z' }]);
});

test('a window leaves files outside of it alone, and its end must be covered', async () => {
  using trail = synced();
  rmSync(trail.path(hours[3]?.logs[0] as Log));
  expect((await trail.verify({ window: { to: '2026-09-14T09:30:00Z' } })).verdict).toBe('whole');
  const late = await trail.verify({ window: { to: '2026-09-14T15:00:00Z' } });
  expect(late.gaps).toMatchObject([
    { from: '2026-09-14T12:01:31Z', to: '2026-09-14T15:00:00Z', reason: 'after-chain' },
  ]);
});

test('trails, regions, prefixes and organisations in one folder are chains of their own', async () => {
  const places = [
    TRAIL_PLACE,
    { ...TRAIL_PLACE, trail: 'other_trail' },
    { ...TRAIL_PLACE, region: 'us-east-1', homeRegion: 'eu-central-1', prefix: 'logs/' },
    { ...TRAIL_PLACE, organisation: 'o-11111111', account: '222222222222' },
    { ...TRAIL_PLACE, account: '222222222222' },
  ];
  const trails = places.map((place, index) =>
    deliveredTrail({ key, hours: 2, place, from: `2026-09-14T08:0${index}:31Z` }),
  );
  using trail = synced(
    trails.flatMap(objectsOf),
    trails.map((each) => each[1]?.digest as Digest),
  );
  expect(await trail.verify()).toMatchObject({ verdict: 'whole', chains: { length: 5 } });
});

test('a folder of logs without digests is not covered, and one without both is refused', async () => {
  using trail = synced(hours.flatMap(({ logs }) => logs));
  expect(await trail.verify()).toMatchObject({ verdict: 'not-proven', chains: [] });
  await expect(trail.verify({ publicKeys: [join(trail.folder, 'none')] })).rejects.toThrow(ProofUnreadable);
  using empty = synced([]);
  await expect(empty.verify()).rejects.toThrow(LogsMissing);
});

test('an abort ends it, and progress reaches all files', async () => {
  using trail = synced();
  const seen: number[] = [];
  await trail.verify({ onProgress: (done, total) => seen.push(done / total) });
  expect(seen.length).toBeGreaterThan(10);
  expect(seen.at(-1)).toBe(1);
  await expect(trail.verify({ signal: AbortSignal.abort(new RangeError('stop')) })).rejects.toThrow(
    RangeError,
  );
});

test('a file that two signed digests list with different hashes is changed', async () => {
  const other = deliveredTrail({ key, hours: 1, place: { ...TRAIL_PLACE, trail: 'other' } });
  const [mine] = deliveredTrail({ key, hours: 1 });
  const [overwritten] = (mine?.logs ?? []) as [Log];
  const claim = { ...overwritten, body: gzipSync('{"Records":[2]}') };
  const disagreeing = writeDigest({
    place: { ...TRAIL_PLACE, trail: 'other' },
    key,
    start: new Date('2026-09-14T09:01:31Z'),
    end: new Date('2026-09-14T10:01:31Z'),
    logs: [claim],
    previous: other[0]?.digest,
  });
  for (const body of [overwritten.body, claim.body]) {
    const objects = [...objectsOf([...(mine === undefined ? [] : [mine]), ...other]), disagreeing];
    using trail = synced([...objects, { ...overwritten, body }], [mine?.digest as Digest, disagreeing]);
    expect(trail.flaws(await trail.verify())).toEqual([`changed ${overwritten.key}`]);
    // A digest that nobody signed is outweighed.
    writeFileSync(trail.signaturesFile, JSON.stringify(mine?.digest));
    const state = body === overwritten.body ? [] : [`changed ${overwritten.key}`];
    expect(trail.flaws(await trail.verify())).toEqual(
      [`signature-unchecked ${disagreeing.key}`, ...state].sort(),
    );
  }
});

test('a chain that ended before the window is a gap without an end', async () => {
  using trail = synced();
  const { verdict, gaps } = await trail.verify({ window: { from: '2026-09-15T00:00:00Z' } });
  expect(verdict).toBe('not-proven');
  expect(gaps).toMatchObject([{ from: '2026-09-15T00:00:00Z', to: null, reason: 'after-chain' }]);
});

test('keys and signatures that lie in the folder are no logs', async () => {
  using trail = synced();
  const publicKeys = [join(trail.folder, 'keys.json')];
  writeFileSync(join(trail.folder, 'keys.json'), JSON.stringify(listedKeys([key])));
  writeFileSync(join(trail.folder, 'signatures.jsonl'), JSON.stringify(newest));
  const signatures = join(trail.folder, 'signatures.jsonl');
  expect((await trail.verify({ publicKeys, signatures })).verdict).toBe('whole');
});

test.each([
  ['no JSON', 'keys'],
  ['{"Keys": []}', 'keys'],
  ['{"PublicKeyList": [{"Fingerprint": "a", "Value": "AAAA"}]}', 'keys'],
  ['{"key": "a"}', 'signatures'],
])('%s is refused as %s', async (text, kind) => {
  using trail = synced();
  writeFileSync(kind === 'keys' ? trail.keysFile : trail.signaturesFile, text);
  await expect(trail.verify()).rejects.toThrow(ProofUnreadable);
});
