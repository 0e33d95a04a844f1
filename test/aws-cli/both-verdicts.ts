import type { IntegrityReport } from '../../packages/cloudtrail/src/integrity/integrity-report.ts';
import { TRAIL_PLACE } from '../../packages/cloudtrail/src/testing/delivered-trail.ts';
import {
  type DeliveredObject,
  type DigestKey,
  listedKeys,
} from '../../packages/cloudtrail/src/testing/digest-writer.ts';
import { SyncedTrail } from '../../packages/cloudtrail/src/testing/synced-trail.ts';
import { type Validation, validateLogs } from './validate-logs.ts';

export interface BothVerdictsInput {
  readonly objects: readonly DeliveredObject[];
  readonly key: DigestKey;
  /** The bucket that the trail delivers to now. */
  readonly bucket?: string;
  readonly prefix?: string;
  readonly from: string;
  readonly to: string;
}

export interface BothVerdicts {
  readonly theirs: Validation;
  /** Our results in the words of the AWS CLI. */
  readonly ours: readonly string[];
  readonly report: IntegrityReport;
}

/** Verifies the same objects with `aws cloudtrail validate-logs` and with firebreak, which has all signatures. */
export async function bothVerdicts(input: BothVerdictsInput): Promise<BothVerdicts> {
  const { objects, key, bucket = TRAIL_PLACE.bucket, prefix, from, to } = input;
  const theirs = await validateLogs({
    objects,
    keys: listedKeys([key]),
    bucket,
    from,
    to,
    ...(prefix === undefined ? {} : { prefix }),
  });
  if (theirs.output.includes('Traceback')) throw new Error(theirs.output);
  const signed = objects.flatMap((object) => {
    const { signature } = object.metadata;
    return signature === undefined ? [] : [{ key: object.key, signature }];
  });
  using trail = new SyncedTrail(objects, [key], signed);
  const report = await trail.verify({ window: { from } });
  return { theirs, report, ours: resultsIn(report, trail) };
}

/** In the words of the AWS CLI. What no valid digest lists, it does not look at. */
function resultsIn({ files, gaps }: IntegrityReport, { folder }: SyncedTrail): string[] {
  const lines = files
    .filter(({ result }) => result !== 'not-covered')
    .map(({ path, result }) => {
      const objectKey = path.replace(/^s3:\/\/[^/]+\//, '').replace(`${folder}/`, '');
      return `${result === 'valid' ? 'valid' : 'INVALID'} ${objectKey}`;
    });
  const restarts = gaps
    .filter(({ reason }) => reason === 'restarted')
    .map(({ from, to }) => `gap ${from} ${to}`);
  return [...lines, ...restarts].sort();
}
