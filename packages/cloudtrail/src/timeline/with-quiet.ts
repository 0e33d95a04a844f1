import type { TimelineCall, TimelineEntry } from './timeline.ts';

/** Puts the stretches in which nothing happened for `quietMs` or longer between the entries. */
export function withQuiet(calls: readonly TimelineCall[], quietMs: number): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  let last: { readonly time: string; readonly at: number } | undefined;
  for (const call of calls) {
    const milliseconds = last === undefined ? 0 : Date.parse(call.time) - last.at;
    if (last !== undefined && milliseconds >= quietMs)
      entries.push({ kind: 'quiet', from: last.time, to: call.time, milliseconds });
    entries.push(call);
    const end = Date.parse(call.lastTime);
    if (last === undefined || end > last.at) last = { time: call.lastTime, at: end };
  }
  return entries;
}
