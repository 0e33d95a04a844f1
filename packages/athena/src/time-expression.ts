const SECONDS = { m: 60, h: 3_600, d: 86_400, w: 604_800 } as const;
const AGE = /^(?<count>\d{1,5})(?<unit>[mhdw])$/;
const ISO =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** A time that may depend on when it is asked for. */
export type TimeExpression = (now: Date) => Date;

/**
 * Reads `now`, an age (`30m`, `36h`, `7d`, `2w`), or an ISO 8601 time with its zone; nothing for any other text.
 * A date alone is refused, because as the end of a window it could mean either midnight.
 */
export function parseTime(text: string): TimeExpression | undefined {
  if (text === 'now') return (now) => now;
  const age = AGE.exec(text)?.groups;
  if (age !== undefined) {
    const milliseconds = Number(age['count']) * SECONDS[age['unit'] as keyof typeof SECONDS] * 1_000;
    return (now) => new Date(now.getTime() - milliseconds);
  }
  const iso = ISO.exec(text)?.groups;
  const time = new Date(text);
  if (iso === undefined || Number.isNaN(time.getTime())) return undefined;
  const { year, month, day } = iso;
  // Date rolls 30 February over into March instead of refusing it.
  const onCalendar = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return onCalendar.getUTCDate() === Number(day) ? () => time : undefined;
}

/** `2026-03-01T12:00:00Z`, as CloudTrail writes `eventTime`, so that text compares as time does. */
export function eventTimeText(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

/** `2026/03/01`, as the `day` partitions of CloudTrail's log files are named, `after` days later. */
export function dayText(time: Date, after = 0): string {
  const day = new Date(time.getTime() + after * 86_400_000);
  return day.toISOString().slice(0, 10).replaceAll('-', '/');
}
