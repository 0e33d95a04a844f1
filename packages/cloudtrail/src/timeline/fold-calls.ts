import type { GatheredCall } from './gathered-calls.ts';
import type { FirstSeenKind, TimelineCall } from './timeline.ts';

/** A call, and what is new about it. */
export interface MarkedCall extends GatheredCall {
  readonly firstSeen: readonly FirstSeenKind[];
}

interface Run {
  readonly first: MarkedCall;
  count: number;
  lastTime: string;
  lastAt: number;
  loggedBy: readonly string[];
  /** Made when there is a second one: most runs have one call. */
  details: Set<string> | undefined;
  readonly issuedKeyIds: string[];
}

/**
 * Makes one entry of equal calls that follow each other: the same call in the same region by the same caller from the
 * same address with the same outcome, each within `foldMs` of the one before. Others may lie between, so that a loop of
 * two calls is two entries. They must read or write the same bucket, table or secret; changes of settings, and calls that
 * hand out keys, must be about the same thing in all. A call that brings something new begins an entry of its own.
 *
 * @param calls In order of time.
 * @param foldMs 0 makes each call an entry.
 */
export function foldCalls(calls: Iterable<MarkedCall>, foldMs: number): TimelineCall[] {
  const open = new Map<string, Run>();
  const runs: Run[] = [];
  for (const marked of calls) {
    const { call, loggedBy, firstSeen } = marked;
    const kind = foldMs > 0 ? kindOf(marked) : '';
    const run = foldMs > 0 ? open.get(kind) : undefined;
    if (run !== undefined && call.milliseconds - run.lastAt <= foldMs && firstSeen.length === 0) {
      join(run, marked);
      continue;
    }
    const begun: Run = {
      first: marked,
      count: 1,
      lastTime: call.time,
      lastAt: call.milliseconds,
      loggedBy,
      details: undefined,
      issuedKeyIds: call.issuedKeyId === null ? [] : [call.issuedKeyId],
    };
    if (foldMs > 0) open.set(kind, begun);
    runs.push(begun);
  }
  return runs.map(entryOf);
}

function join(run: Run, { call, loggedBy }: MarkedCall): void {
  run.count += 1;
  run.lastTime = call.time;
  run.lastAt = call.milliseconds;
  if (loggedBy.some((account) => !run.loggedBy.includes(account)))
    run.loggedBy = [...new Set([...run.loggedBy, ...loggedBy])].sort();
  if (call.issuedKeyId !== null) run.issuedKeyIds.push(call.issuedKeyId);
  const known = run.first.call.detail;
  if (call.detail === null || (call.detail === known && run.details === undefined)) return;
  run.details ??= new Set(known === null ? [] : [known]);
  run.details.add(call.detail);
}

function kindOf({ call }: MarkedCall): string {
  const { eventName, source, region, account, principalArn, principal, accessKeyId, address } = call;
  const { error, store, detail, isChange, issuedKeyId } = call;
  const caller = [principalArn ?? principal, accessKeyId, address];
  const about = isChange || issuedKeyId !== null ? detail : store;
  return JSON.stringify([eventName, source, region, account, ...caller, error, store, about]);
}

function entryOf({ first, lastTime, count, loggedBy, details, issuedKeyIds }: Run): TimelineCall {
  const {
    id: _,
    milliseconds: __,
    agent: ___,
    isChange: ____,
    issuedKeyId: _____,
    store: ______,
    ...call
  } = first.call;
  return {
    kind: 'call',
    ...call,
    lastTime,
    count,
    loggedBy,
    issuedKeyIds,
    details: details?.size ?? (call.detail === null ? 0 : 1),
    firstSeen: first.firstSeen,
  };
}
