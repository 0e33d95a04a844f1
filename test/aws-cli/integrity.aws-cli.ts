import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import {
  deliveredTrail,
  objectsOf,
  TRAIL_PLACE,
} from '../../packages/cloudtrail/src/testing/delivered-trail.ts';
import {
  type DeliveredObject,
  deliveredLog,
  digestKey,
  listedKeys,
  type WrittenDigest,
  writeDigest,
} from '../../packages/cloudtrail/src/testing/digest-writer.ts';
import { bothVerdicts } from './both-verdicts.ts';
import { awsCliVersion, validateLogs } from './validate-logs.ts';

const version = awsCliVersion();
if (version === undefined) process.stdout.write('aws-cli: skipped, because there is no program "aws"\n');
else process.stdout.write(`aws-cli: compared with ${version}\n`);

const FROM = '2026-09-14T08:00:00Z';
const TO = '2026-09-14T21:00:00Z';
const key = digestKey();
const forger = digestKey();
const hours = deliveredTrail({ key, hours: 4, logsAnHour: 2 });
const [first, second, third, newest] = hours.map(({ digest }) => digest) as [Digest, Digest, Digest, Digest];
const [log] = (hours[1]?.logs ?? []) as [DeliveredObject];
const whole = objectsOf(hours);
const later = deliveredTrail({ key, hours: 2, from: '2026-09-14T18:01:31Z' });
const late = deliveredLog(TRAIL_PLACE, new Date('2026-09-14T09:15:00Z'), 'late', [{ eventName: 'x' }]);
const backfill = writeDigest({
  place: TRAIL_PLACE,
  key,
  start: new Date('2026-09-14T09:01:31Z'),
  end: new Date('2026-09-14T10:01:31Z'),
  logs: [late],
  isBackfill: true,
});
const moved = deliveredTrail({
  key,
  hours: 2,
  from: '2026-09-14T12:01:31Z',
  previous: newest,
  place: { ...TRAIL_PLACE, bucket: 'second-trail' },
});
const prefixed = deliveredTrail({ key, hours: 2, place: { ...TRAIL_PLACE, prefix: 'logs/' } });

type Digest = WrittenDigest;

interface Case {
  readonly objects: readonly DeliveredObject[];
  readonly bucket?: string;
  readonly prefix?: string;
  /** What firebreak sees and the AWS CLI does not. */
  readonly more?: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  'all valid': { objects: whole },
  'changed log': { objects: replaced(log, gzipSync('{"Records":[]}')) },
  'log that is cut off': { objects: replaced(log, log.body.subarray(0, 30)) },
  'log that is not gzip': { objects: replaced(log, gunzipSync(log.body)) },
  'missing log': { objects: whole.filter((each) => each !== log) },
  'missing digest in the middle': { objects: whole.filter((each) => each !== second) },
  'missing first digest': { objects: whole.filter((each) => each !== first) },
  'digest with another text': { objects: replaced(second, edited(second, {})) },
  'digest with its logs taken out': { objects: replaced(third, edited(third, { logFiles: [] })) },
  'digest that denies the one before': {
    objects: replaced(third, edited(third, { previousDigestS3Bucket: null, previousDigestS3Object: null })),
  },
  'newest digest changed': {
    objects: replaced(newest, edited(newest, { digestEndTime: '2026-09-14T12:01:32Z' })),
  },
  'digest without a field': {
    objects: replaced(second, edited(second, { digestPublicKeyFingerprint: undefined })),
  },
  'digest signed by another key': { objects: replaced(second, resigned(second)) },
  'digest that is not gzip': { objects: replaced(second, Buffer.from('{}')) },
  'digest in the place of another': { objects: replaced(second, third.body) },
  'gap after a restart': { objects: [...whole, ...objectsOf(later)] },
  'two digests missing': { objects: whole.filter((each) => each !== second && each !== third) },
  'change of buckets': { objects: [...whole, ...objectsOf(moved)], bucket: 'second-trail' },
  'backfill digest': { objects: [...whole, late, backfill] },
  'changed log of a backfill digest': { objects: [...whole, { ...late, body: gzipSync('{}') }, backfill] },
  prefix: { objects: objectsOf(prefixed), prefix: 'logs' },
  'bytes behind a log': {
    objects: replaced(log, Buffer.concat([log.body, Buffer.from('more')])),
    more: [`INVALID ${log.key}`],
  },
  'gzip stream behind a log': {
    objects: replaced(log, Buffer.concat([log.body, gzipSync('{"Records":[{"eventName":"x"}]}')])),
    more: [`INVALID ${log.key}`],
  },
};

test.skipIf(version === undefined).concurrent.each(Object.entries(cases))('%s', async (_, given) => {
  const { theirs, ours, report } = await bothVerdicts({ key, from: FROM, to: TO, ...given });
  const { more = [] } = given;
  const expected = theirs.results.filter((result) => !more.some((each) => each.slice(8) === result.slice(6)));
  expect(ours).toEqual([...expected, ...more].sort());
  expect(report.verdict === 'broken' ? 1 : 0).toBe(more.length > 0 ? 1 : theirs.code);
});

test.skipIf(version === undefined)('the AWS CLI is not blind here', async () => {
  const { results } = await validateLogs({
    objects: whole,
    keys: listedKeys([forger]),
    bucket: TRAIL_PLACE.bucket,
    from: FROM,
    to: TO,
  });
  expect(results).toContain(`INVALID ${newest.key}`);
});

function replaced(object: DeliveredObject, body: Buffer): DeliveredObject[] {
  return whole.map((each) => (each === object ? { ...each, body } : each));
}

/** The digest with other fields, and never with the same text. */
function edited({ body }: Digest, fields: object): Buffer {
  const digest = JSON.parse(gunzipSync(body).toString()) as object;
  return gzipSync(JSON.stringify({ ...digest, ...fields }, null, 1));
}

function resigned(digest: Digest): Buffer {
  const text = gunzipSync(digest.body).toString();
  return gzipSync(text.replace(key.fingerprint, forger.fingerprint));
}
