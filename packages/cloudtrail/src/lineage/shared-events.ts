import type { TrailEvent } from '../read/trail-event.ts';
import { compareCalls, type Issuance } from './issuance.ts';
import type { TrailCall } from './trail-call.ts';

/** The calls to STS that CloudTrail logs in the caller's account and in the role's. */
const SHARED_CALLS = new Set(['AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot']);

/**
 * Puts the copies of a cross-account call together by their shared event id: one copy may name the key that was handed
 * out, and only the other the key that signed. The copies come in any order.
 * Source: CloudTrail User Guide, "CloudTrail record contents", "sharedEventID".
 */
export class SharedEvents {
  /** By shared event id: the copy that names the new key, and the copies that do not. */
  readonly #naming = new Map<string, TrailCall>();
  readonly #silent = new Map<string, TrailCall[]>();

  /** Whether an event that hands out no key may be a copy of one that does. */
  static mayBeShared({ name, errorCode, sharedEventId }: TrailEvent): boolean {
    return SHARED_CALLS.has(name) && errorCode === undefined && sharedEventId !== undefined;
  }

  /** The issuances that are known now that this call is. */
  issuances(call: TrailCall): Issuance[] {
    const { issuedKeyId, sharedEventId } = call;
    if (sharedEventId === undefined || !SHARED_CALLS.has(call.name))
      return issuedKeyId === undefined ? [] : [{ accessKeyId: issuedKeyId, event: call }];
    if (issuedKeyId === undefined) return this.#addSilent(sharedEventId, call);
    const known = this.#naming.get(sharedEventId);
    if (known === undefined || compareCalls(call, known) < 0) this.#naming.set(sharedEventId, call);
    const silent = this.#silent.get(sharedEventId) ?? [];
    return [{ accessKeyId: issuedKeyId, event: call }, ...silent.map((copy) => completed(copy, call))];
  }

  #addSilent(sharedEventId: string, call: TrailCall): Issuance[] {
    this.#silent.set(sharedEventId, [...(this.#silent.get(sharedEventId) ?? []), call]);
    const naming = this.#naming.get(sharedEventId);
    return naming === undefined ? [] : [completed(call, naming)];
  }
}

/** The caller's copy with what only the other copy says of the session. */
function completed(copy: TrailCall, naming: TrailCall): Issuance {
  const event: TrailCall = {
    ...copy,
    issuedKeyId: naming.issuedKeyId,
    assumedRoleArn: copy.assumedRoleArn ?? naming.assumedRoleArn,
    requestedRoleArn: copy.requestedRoleArn ?? naming.requestedRoleArn,
    requestedSessionName: copy.requestedSessionName ?? naming.requestedSessionName,
    targetPrincipal: copy.targetPrincipal ?? naming.targetPrincipal,
    sourceIdentity: copy.sourceIdentity ?? naming.sourceIdentity,
  };
  return { accessKeyId: naming.issuedKeyId ?? '', event };
}
