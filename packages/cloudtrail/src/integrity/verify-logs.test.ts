import { appendFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { LogsMissing, ProofUnreadable } from '../errors.ts';
import { deliveredTrail, objectsOf, TRAIL_PLACE } from '../testing/delivered-trail.ts';
import { deliveredLog, digestKey, listedKeys } from '../testing/digest-writer.ts';
import { SyncedTrail } from '../testing/synced-trail.ts';
import type { IntegrityReport } from './integrity-report.ts';

const key = digestKey();
const hours = deliveredTrail({ key, hours: 4, logsAnHour: 2 });
const [first, second, third, newest] = hours.map(({ digest }) => digest) as [Digest, Digest, Digest, Digest];
const [[log], [laterLog]] = [hours[1]?.logs, hours[2]?.logs] as unknown as [[Log], [Log]];
type Digest = (typeof hours)[number]['digest'];
type Log = (typeof hours)[number]['logs'][number];

function synced(objects = objectsOf(hours), signed = [newest]): SyncedTrail {
  return new SyncedTrail(objects, [key], signed);
}

/** What is not plainly valid, without the folder in front of it. */
function flaws({ files }: IntegrityReport, { folder }: SyncedTrail): string[] {
  return files
    .filter(({ result, proof }) => result !== 'valid' || proof !== 'signature')
    .map(({ path, result }) => `${result} ${path.replace(`${folder}/`, '')}`)
    .sort();
}

test('a whole chain is proven to its beginning by keys and the newest signature', async () => {
  using trail = synced();
  const report = await trail.verify({ buckets: ['example-trail'] });
  expect(flaws(report, trail)).toEqual([]);
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
  expect(flaws(report, trail)).toEqual([
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
    expect(flaws(report, trail)).toEqual(expect.arrayContaining(expected));
  }
});

test('a log file that no digest lists is not covered', async () => {
  const added = deliveredLog(TRAIL_PLACE, new Date('2026-09-14T09:15:00Z'), 'forged', [{ eventName: 'x' }]);
  using trail = synced([...objectsOf(hours), added]);
  const report = await trail.verify();
  expect(report.verdict).toBe('not-proven');
  expect(flaws(report, trail)).toEqual([`not-covered ${added.key}`]);
});

test('a deleted digest is missing, its hour a gap, its logs not covered, and the one before it unsigned', async () => {
  using trail = synced();
  rmSync(trail.path(second));
  const report = await trail.verify();
  expect(report.verdict).toBe('broken');
  expect(flaws(report, trail)).toEqual(
    [
      `missing s3://example-trail/${second.key}`,
      `signature-unchecked ${first.key}`,
      ...(hours[0]?.logs ?? []).map((each) => `valid ${each.key}`),
      ...(hours[1]?.logs ?? []).map((each) => `not-covered ${each.key}`),
    ].sort(),
  );
  expect(report.gaps).toMatchObject([
    { from: '2026-09-14T09:01:31Z', to: '2026-09-14T10:01:31Z', reason: 'digest-missing' },
  ]);
});

test('a forged digest is found by its signature, and without keys by its hash', async () => {
  const forger = digestKey();
  const [forged] = deliveredTrail({ key: forger, hours: 1, from: '2026-09-14T09:01:31Z', previous: first });
  using trail = synced();
  writeFileSync(trail.path(second), forged?.digest.body ?? '');
  const named = await trail.verify({ publicKeys: [trail.keysFile] });
  // The forger's own fingerprint is in it, which is none of CloudTrail's.
  expect(flaws(named, trail)).toEqual(
    expect.arrayContaining([`hash-mismatch ${second.key}`, `not-covered ${log.key}`]),
  );
  const text = JSON.stringify({ PublicKeyList: [...keyList(key), ...keyList(forger)] });
  writeFileSync(trail.keysFile, text);
  expect(flaws(await trail.verify(), trail)).toContain(`signature-invalid ${second.key}`);
  const unsigned = await trail.verify({ publicKeys: [] });
  expect(unsigned.verdict).toBe('broken');
  expect(flaws(unsigned, trail)).toContain(`hash-mismatch ${second.key}`);
});

function keyList(each: typeof key): unknown[] {
  return (listedKeys([each]) as { PublicKeyList: unknown[] }).PublicKeyList;
}

test('a newest digest that slanders a signed one does not bring it down', async () => {
  const [slander] = deliveredTrail({
    key: digestKey(),
    hours: 1,
    from: '2026-09-14T11:01:31Z',
    previous: { ...third, hash: 'ab'.repeat(32) },
  });
  using trail = synced(undefined, []);
  writeFileSync(trail.path(newest), slander?.digest.body ?? '');
  const report = await trail.verify();
  expect(report.verdict).toBe('broken');
  expect(flaws(report, trail)).toContain(`hash-mismatch ${third.key}`);
  expect(report.files.find(({ path }) => path === trail.path(laterLog))).toMatchObject({
    result: 'valid',
    proof: 'signature',
  });
});

test('a chain that begins anew leaves a gap, and the end before it needs its signature', async () => {
  const later = deliveredTrail({ key, hours: 2, from: '2026-09-14T18:01:31Z' });
  const last = later[1]?.digest as Digest;
  using trail = synced([...objectsOf(hours), ...objectsOf(later)], [last, newest]);
  const report = await trail.verify();
  expect(flaws(report, trail)).toEqual([]);
  expect(report.verdict).toBe('not-proven');
  expect(report.gaps).toEqual([
    {
      account: '111111111111',
      region: 'eu-central-1',
      trail: 'main',
      from: '2026-09-14T12:01:31Z',
      to: '2026-09-14T18:01:31Z',
      reason: 'restarted',
    },
  ]);
  writeFileSync(trail.signaturesFile, '');
  const needed = (await trail.verify()).neededSignatures.map((each) => each.key);
  expect(needed).toEqual([last.key, newest.key]);
});

test('a digest in another place or of another bucket is moved, and covers nothing', async () => {
  using trail = synced();
  writeFileSync(trail.path(first), second.body);
  expect(flaws(await trail.verify(), trail)).toContain(`moved ${first.key}`);
  using other = synced();
  const report = await other.verify({ buckets: ['another-trail'] });
  expect(report.files.filter(({ kind }) => kind === 'digest').every(({ result }) => result === 'moved')).toBe(
    true,
  );
  expect(report.files.filter(({ result }) => result === 'not-covered')).toHaveLength(8);
});

test('a trail that changed its bucket stays one chain', async () => {
  const later = deliveredTrail({
    key,
    hours: 2,
    from: '2026-09-14T12:01:31Z',
    previous: newest,
    place: { ...TRAIL_PLACE, bucket: 'second-trail' },
  });
  using trail = synced([...objectsOf(hours), ...objectsOf(later)], [later[1]?.digest as Digest]);
  const report = await trail.verify({ buckets: ['example-trail', 'second-trail'] });
  expect(report).toMatchObject({ verdict: 'whole', chains: [{ digests: 6 }] });
});

test('a backfill digest covers what the others do not list, and makes no gap', async () => {
  const late = deliveredLog(TRAIL_PLACE, new Date('2026-09-14T09:15:00Z'), 'late', [{ eventName: 'x' }]);
  const { writeDigest } = await import('../testing/digest-writer.ts');
  const backfill = writeDigest({
    place: TRAIL_PLACE,
    key,
    start: new Date('2026-09-14T09:01:31Z'),
    end: new Date('2026-09-14T10:01:31Z'),
    logs: [late],
    isBackfill: true,
  });
  using trail = synced([...objectsOf(hours), late, backfill], [newest, backfill]);
  const report = await trail.verify();
  expect(flaws(report, trail)).toEqual([]);
  expect(report).toMatchObject({
    verdict: 'whole',
    gaps: [],
    chains: [{ isBackfill: false }, { isBackfill: true }],
  });
});

test('the beginning is open where the digest before is not here, unless a window says how far back', async () => {
  using trail = synced(objectsOf(hours.slice(2)));
  const open = await trail.verify();
  expect(open).toMatchObject({ verdict: 'not-proven', chains: [{ isOpen: true }] });
  expect(flaws(open, trail)).toEqual([]);
  expect((await trail.verify({ window: { from: '2026-09-14T10:30:00Z' } })).verdict).toBe('whole');
  const broken = await trail.verify({ window: { from: '2026-09-14T09:00:00Z' } });
  expect(flaws(broken, trail)).toEqual([`missing s3://example-trail/${second.key}`]);
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
  ];
  const trails = places.map((place, index) =>
    deliveredTrail({ key, hours: 2, place, from: `2026-09-14T08:01:3${index}Z` }),
  );
  // The logs of two trails in one place must have names of their own.
  const objects = trails.flatMap(objectsOf);
  using trail = synced(
    objects,
    trails.map((each) => each[1]?.digest as Digest),
  );
  const report = await trail.verify();
  expect(report.verdict).toBe('broken');
  expect(report.chains).toHaveLength(4);
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
