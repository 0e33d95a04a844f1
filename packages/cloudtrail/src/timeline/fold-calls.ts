import type { GatheredCall } from './gathered-calls.ts';
import type { FirstSeenKind, TimelineCall } from './timeline.ts';

/** A call, and what is new about it. */
export interface MarkedCall extends GatheredCall {
  readonly firstSeen: readonly FirstSeenKind[];
}

interface Run {
  readonly first: MarkedCall;
  readonly place: number;
  count: number;
  last: MarkedCall;
  readonly loggedBy: Set<string>;
  readonly details: Set<string>;
}

/**
 * Makes one entry of equal calls that follow each other: the same call in the same region by the same caller from the
 * same address with the same outcome, each within `foldMs` of the one before. Others may lie between, so that a loop of
 * two calls is two entries. A call that brings something new begins an entry of its own.
 *
 * @param calls In order of time.
 * @param foldMs 0 makes each call an entry.
 */
export function foldCalls(calls: Iterable<MarkedCall>, foldMs: number): TimelineCall[] {
  const open = new Map<string, Run>();
  const runs: Run[] = [];
  for (const marked of calls) {
    const kind = kindOf(marked);
    const run = open.get(kind);
    const gap = run === undefined ? 0 : marked.call.milliseconds - run.last.call.milliseconds;
    if (foldMs > 0 && run !== undefined && gap <= foldMs && marked.firstSeen.length === 0) {
      run.count += 1;
      run.last = marked;
    } else {
      const begun = {
        first: marked,
        place: runs.length,
        count: 1,
        last: marked,
        loggedBy: new Set<string>(),
        details: new Set<string>(),
      };
      open.set(kind, begun);
      runs.push(begun);
    }
    const into = open.get(kind);
    for (const account of marked.loggedBy) into?.loggedBy.add(account);
    if (marked.call.detail !== null && into !== undefined) into.details.add(marked.call.detail);
  }
  return runs.map(entryOf);
}

function kindOf({ call }: MarkedCall): string {
  const { eventName, source, region, account, principalArn, principal, accessKeyId, address, error } = call;
  return JSON.stringify([
    eventName,
    source,
    region,
    account,
    principalArn ?? principal,
    accessKeyId,
    address,
    error,
  ]);
}

function entryOf({ first, last, count, loggedBy, details }: Run): TimelineCall {
  const { id: _, milliseconds: __, agent: ___, ...call } = first.call;
  return {
    kind: 'call',
    ...call,
    lastTime: last.call.time,
    count,
    loggedBy: [...loggedBy].sort(),
    details: details.size,
    firstSeen: first.firstSeen,
  };
}
