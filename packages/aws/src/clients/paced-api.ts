import { type Api, type ApiCall, operationName } from '../api-call.ts';
import { type Pace, type PacingClock, TokenBucket } from './token-bucket.ts';

/**
 * Paces that AWS documents, by operation, a little below them: what others in the account call counts, too.
 * Source: CloudTrail API Reference, "LookupEvents": two a second, for an account and region.
 */
const PACES: Readonly<Record<string, Pace>> = { 'cloudtrail:LookupEvents': { aSecond: 1.9, burst: 2 } };

/**
 * Paces of services, for operations that AWS gives no figure for. IAM is one endpoint for all regions and answers
 * hasty callers with Throttling; the burst is more than one containment needs.
 */
const SERVICE_PACES: Readonly<Record<string, Pace>> = { iam: { aSecond: 10, burst: 20 } };
const OTHERWISE: Pace = { aSecond: 10, burst: 10 };

/** Sends calls no faster than AWS takes them: each operation of each account and region has its own pace. */
export function pacedApi(api: Api, clock?: PacingClock): Api {
  const buckets = new Map<string, TokenBucket>();
  const bucketOf = (call: ApiCall): TokenBucket => {
    const name = operationName(call);
    const key = `${name} ${call.account} ${call.region ?? ''}`;
    const known = buckets.get(key);
    if (known !== undefined) return known;
    const pace = PACES[name] ?? SERVICE_PACES[call.service] ?? OTHERWISE;
    const bucket = new TokenBucket(pace, clock);
    buckets.set(key, bucket);
    return bucket;
  };
  return {
    async call(call, options = {}) {
      await bucketOf(call).take(options.signal);
      return api.call(call, options);
    },
  };
}
