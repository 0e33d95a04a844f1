import type { DigestFile } from './delivered-files.ts';
import type { GapReason, IntegrityGap } from './integrity-report.ts';

/** The time that a usable digest covers, and how it is linked to the one before. */
export interface CoveredHour {
  /** ISO 8601 in UTC. */
  readonly start: string;
  readonly end: string;
  readonly before: 'none' | 'here' | 'missing';
}

/** ISO 8601 in UTC. */
export interface IntegrityWindow {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * The times between usable digests, and between them and the ends of the window, that nothing covers.
 *
 * @param without Why the window has no such digest, where it has none.
 */
export function chainGaps(
  { account, region, trail }: DigestFile,
  hours: readonly CoveredHour[],
  { from, to }: IntegrityWindow,
  without: GapReason,
): IntegrityGap[] {
  if (hours.length === 0) {
    if (from === undefined) return [];
    return [{ account, region, trail, from, to: to ?? null, reason: without }];
  }
  const gap = (start: string, end: string, reason: GapReason): IntegrityGap[] =>
    Date.parse(start) < Date.parse(end) ? [{ account, region, trail, from: start, to: end, reason }] : [];
  const sorted = [...hours].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  const gaps: IntegrityGap[] = [];
  let covered = from;
  for (const [index, hour] of sorted.entries()) {
    if (covered !== undefined) gaps.push(...gap(covered, hour.start, reasonBefore(hour, index === 0)));
    if (covered === undefined || Date.parse(hour.end) > Date.parse(covered)) covered = hour.end;
  }
  if (to !== undefined && covered !== undefined) gaps.push(...gap(covered, to, 'after-chain'));
  return gaps;
}

function reasonBefore({ before }: CoveredHour, isFirst: boolean): GapReason {
  if (before === 'none') return isFirst ? 'before-chain' : 'restarted';
  return before === 'missing' ? 'digest-missing' : 'digest-unusable';
}
