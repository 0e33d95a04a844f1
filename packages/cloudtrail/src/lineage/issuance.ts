import { compareTimes } from '../read/trail-time.ts';
import { owningUser } from './owning-user.ts';
import type { TrailCall } from './trail-call.ts';

/** A call that handed out an access key, and who made it. */
export interface Issuance {
  readonly accessKeyId: string;
  readonly event: TrailCall;
}

/**
 * Of two records of one issuing call, the one that says more of its caller. A cross-account AssumeRole is logged in both
 * accounts, and only the caller's copy names key or user. GetSigninToken says less than any other call. The choice does
 * not hang on the order of the two.
 */
export function betterIssuance(a: Issuance, b: Issuance): Issuance {
  const difference =
    knowledgeOf(b) - knowledgeOf(a) ||
    compareCalls(a.event, b.event) ||
    compareTexts(JSON.stringify(a.event), JSON.stringify(b.event));
  return difference <= 0 ? a : b;
}

/** Orders calls by time, and those of one time by what they are. */
export function compareCalls(a: TrailCall, b: TrailCall): number {
  return (
    compareTimes(a.time, b.time) ||
    compareTexts(a.issuedKeyId ?? '', b.issuedKeyId ?? '') ||
    compareTexts(a.id ?? '', b.id ?? '')
  );
}

function knowledgeOf({ event: { name, identity } }: Issuance): number {
  // It takes the session of a key to the console; the call that handed the key out is another one.
  if (name === 'GetSigninToken') return -1;
  if (identity.accessKeyId !== undefined) return 4;
  if (owningUser(identity) !== undefined) return 3;
  if (identity.arn !== undefined || identity.sessionIssuerArn !== undefined) return 2;
  return identity.type === undefined || identity.type === 'AWSAccount' ? 0 : 1;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
