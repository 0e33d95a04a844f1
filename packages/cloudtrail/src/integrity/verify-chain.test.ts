import { rmSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { deliveredTrail, objectsOf, TRAIL_PLACE } from '../testing/delivered-trail.ts';
import { deliveredLog, digestKey, listedKeys, writeDigest } from '../testing/digest-writer.ts';
import { SyncedTrail } from '../testing/synced-trail.ts';

const key = digestKey();
const hours = deliveredTrail({ key, hours: 4, logsAnHour: 2 });
const [first, second, third, newest] = hours.map(({ digest }) => digest) as [Digest, Digest, Digest, Digest];
const [[log], [laterLog]] = [hours[1]?.logs, hours[2]?.logs] as unknown as [[Log], [Log]];

type Digest = (typeof hours)[number]['digest'];
type Log = (typeof hours)[number]['logs'][number];

function synced(objects = objectsOf(hours), signed = [newest]): SyncedTrail {
  return new SyncedTrail(objects, [key], signed);
}

test('a deleted digest is missing, its hour a gap, its logs not covered, and the one before it unsigned', async () => {
  using trail = synced();
  rmSync(trail.path(second));
  const report = await trail.verify();
  expect(report.verdict).toBe('broken');
  expect(trail.flaws(report)).toEqual(
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
  expect(trail.flaws(named)).toEqual(
    expect.arrayContaining([`hash-mismatch ${second.key}`, `not-covered ${log.key}`]),
  );
  const text = JSON.stringify({ PublicKeyList: [...keyList(key), ...keyList(forger)] });
  writeFileSync(trail.keysFile, text);
  expect(trail.flaws(await trail.verify())).toContain(`signature-invalid ${second.key}`);
  const unsigned = await trail.verify({ publicKeys: [] });
  expect(unsigned.verdict).toBe('broken');
  expect(trail.flaws(unsigned)).toContain(`hash-mismatch ${second.key}`);
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
  expect(trail.flaws(report)).toContain(`hash-mismatch ${third.key}`);
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
  expect(trail.flaws(report)).toEqual([]);
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
  expect(trail.flaws(await trail.verify())).toContain(`moved ${first.key}`);
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
  expect(trail.flaws(report)).toEqual([]);
  expect(report).toMatchObject({
    verdict: 'whole',
    gaps: [],
    chains: [{ isBackfill: false }, { isBackfill: true }],
  });
});

test('a digest whose key is not there is proven by the signed digest after it', async () => {
  const older = deliveredTrail({ key: digestKey(), hours: 2 });
  const previous = older[1]?.digest as Digest;
  const newer = deliveredTrail({ key, hours: 2, from: '2026-09-14T10:01:31Z', previous });
  using trail = synced([...objectsOf(older), ...objectsOf(newer)], [newer[1]?.digest as Digest]);
  const report = await trail.verify();
  expect(report.verdict).toBe('whole');
  expect(report.files.find(({ path }) => path === trail.path(previous))).toMatchObject({
    result: 'valid',
    why: `by its hash in ${trail.path(newer[0]?.digest as Digest)}`,
  });
});

test('a window does not ask for digests before it', async () => {
  using trail = synced();
  rmSync(trail.path(second));
  rmSync(trail.path(log));
  expect((await trail.verify({ window: { from: '2026-09-14T10:30:00Z' } })).verdict).toBe('whole');
});

test.each([
  ['is not gzip', Buffer.from('{}')],
  ['is not JSON', gzipSync('digest')],
  ['has no times', gzipSync('{"digestS3Bucket":"a","digestS3Object":"b"}')],
])('a digest that %s is unreadable', async (_, body) => {
  using trail = synced();
  writeFileSync(trail.path(second), body);
  expect(trail.flaws(await trail.verify())).toContain(`unreadable ${second.key}`);
});

test('a digest is not called wrongly signed on the word of one that is', async () => {
  const text = gunzipSync(third.body).toString().replace(second.signature, 'ab'.repeat(256));
  using trail = synced();
  writeFileSync(trail.path(third), gzipSync(text));
  const report = await trail.verify();
  const flaws = trail.flaws(report);
  expect(flaws).toContain(`signature-invalid ${third.key}`);
  expect(flaws).toContain(`signature-unchecked ${second.key}`);
  expect(report.neededSignatures).toMatchObject([{ key: second.key }]);
});
