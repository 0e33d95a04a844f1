const HOUR = 3_600_000;
let lastHour = Number.NaN;
let lastPrefix = '';

/**
 * Milliseconds since 1970 as ISO 8601 text, as `Date.toISOString` gives it; nothing when there is no such date.
 * The times of one finding lie close together, so date and hour are worked out once for each hour: on long exports
 * `Date` alone costs as much as parsing the JSON around it.
 */
export function isoTime(milliseconds: number): string | undefined {
  if (!(Math.abs(milliseconds) <= 8.64e15)) return undefined;
  const whole = Math.trunc(milliseconds);
  const hour = Math.floor(whole / HOUR);
  if (hour !== lastHour) {
    const date = new Date(hour * HOUR).toISOString();
    lastPrefix = date.slice(0, date.indexOf(':') + 1);
    lastHour = hour;
  }
  const rest = whole - hour * HOUR;
  const seconds = Math.floor(rest / 1000);
  const minutes = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}.${three(rest % 1000)}Z`;
  return lastPrefix + minutes;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function three(value: number): string {
  return value < 100 ? `0${two(value)}` : `${value}`;
}
