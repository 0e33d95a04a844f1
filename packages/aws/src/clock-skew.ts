import type { Clients } from './operations.ts';

/**
 * How far AWS's clock is ahead of this machine's, in milliseconds; negative when it is behind. Add it to the local
 * time to get AWS's. It is what the `Date` header of the last answer said, 0 as long as there was none, and always 0
 * for clients that stand on a simulation. The header has whole seconds, so the value is up to a second and the way of
 * the answer too small.
 */
export function clockSkew({ iam, sts }: Pick<Clients, 'iam' | 'sts'>): number {
  return iam.config.systemClockOffset || sts.config.systemClockOffset;
}
