import type { TrailCaller } from './trail-caller.ts';

/** What the record in another account's trail, or a service's, says of a caller: less than the caller's own. */
const VAGUE = new Set(['AWSAccount', 'AWSService', 'Unknown']);

/**
 * All that two records say of one key's holder, field by field. Where they differ, which they do not in records that
 * AWS wrote, the choice hangs on the values alone, so that the order of the records does not matter.
 */
export function mergeIdentities(a: TrailCaller, b: TrailCaller): TrailCaller {
  const merged: { -readonly [Field in keyof TrailCaller]: TrailCaller[Field] } = { ...a };
  for (const field of Object.keys(b) as (keyof TrailCaller)[]) {
    const [mine, yours] = [a[field], b[field]];
    merged[field] = mine === undefined || (yours !== undefined && isBetter(yours, mine)) ? yours : mine;
  }
  return merged;
}

function isBetter(yours: string, mine: string): boolean {
  return VAGUE.has(yours) === VAGUE.has(mine) ? yours < mine : VAGUE.has(mine);
}
