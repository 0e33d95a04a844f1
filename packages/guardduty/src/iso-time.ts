const HOUR = 3_600_000;
/** Date and hour of the hours that came so far. Made-up times do not grow this without bound. */
const HOURS = new Map<number, string>();
const KEPT = 1000;

/**
 * Milliseconds since 1970 as ISO 8601 text, as `Date.toISOString` gives it; nothing when there is no such date.
 * The times of findings lie close together, so date and hour are worked out once for each hour: `Date` costs a
 * microsecond each time, which is a tenth of what parsing a whole finding costs.
 */
export function isoTime(milliseconds: number): string | undefined {
  if (!(Math.abs(milliseconds) <= 8.64e15)) return undefined;
  const whole = Math.trunc(milliseconds);
  const hour = Math.floor(whole / HOUR);
  const rest = whole - hour * HOUR;
  const seconds = Math.floor(rest / 1000);
  const minutes = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}.${three(rest % 1000)}Z`;
  return hourPrefix(hour) + minutes;
}

function hourPrefix(hour: number): string {
  const known = HOURS.get(hour);
  if (known !== undefined) return known;
  const date = new Date(hour * HOUR).toISOString();
  const prefix = date.slice(0, date.indexOf(':') + 1);
  if (HOURS.size < KEPT) HOURS.set(hour, prefix);
  return prefix;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function three(value: number): string {
  return value < 100 ? `0${two(value)}` : `${value}`;
}
