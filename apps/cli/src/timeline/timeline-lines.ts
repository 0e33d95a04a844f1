import type { Timeline, TimelineCall } from '@firebreak/cloudtrail';
import { wrapped } from '../plain/wrapped.ts';
import { callColumns, callLines } from './call-lines.ts';
import { durationText } from './duration.ts';
import { headerLines } from './header-lines.ts';

const LEGEND = 'Times are UTC. n ×: equal calls. [first: …], [new in 9 d: …]: not seen before.';
const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });

/** A timeline for a person, a heading for each day. */
export function timelineLines(timeline: Timeline, width: number): string[] {
  const { entries, notes, historyFrom } = timeline;
  const columns = callColumns(
    entries.filter((entry) => entry.kind === 'call'),
    width,
  );
  const isOneAccount = timeline.counts.accounts.length < 2;
  const lines = headerLines(timeline, width);
  let day = '';
  let caller = '';
  for (const entry of entries) {
    if (entry.kind === 'quiet') {
      lines.push(`          --- quiet for ${durationText(entry.milliseconds)} ---`);
      continue;
    }
    if (!entry.time.startsWith(day) || day === '') {
      day = entry.time.slice(0, 10);
      caller = '';
      lines.push('', `${day} ${WEEKDAY.format(Date.parse(entry.time))}`);
    }
    const now = callerOf(entry, isOneAccount);
    if (now !== caller) lines.push(...wrapped(now, '          as ', width));
    caller = now;
    lines.push(...callLines(entry, columns, { width, historyFrom }));
  }
  lines.push('');
  for (const { what } of notes) lines.push(...wrapped(`${what}.`, 'note  ', width));
  if (entries.length > 0) lines.push(...wrapped(LEGEND, '', width));
  return lines;
}

function callerOf({ principal, accessKeyId, account }: TimelineCall, isOneAccount: boolean): string {
  const key = accessKeyId === null ? '' : `, ${accessKeyId}`;
  return `${principal ?? 'somebody without a name'}${key}${account === null || isOneAccount ? '' : `, in ${account}`}`;
}
