import type { LogPlace } from './log-place.ts';

/** Which files are read. Times are ISO 8601 in UTC; both ends belong to it. */
export interface LogWindow {
  readonly accounts?: readonly string[];
  readonly regions?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Whether what lies at a place, a folder or a file, can hold events of a window. What a path does not say is left open.
 * A file lies under the day of its delivery, which may be the day after the call.
 * Source: CloudTrail User Guide, "Finding your CloudTrail log files" and "How CloudTrail works".
 */
export function placeFilter({ accounts, regions, from, to }: LogWindow): (place: LogPlace) => boolean {
  const first = from === undefined ? undefined : dayOf(Date.parse(from));
  const last = to === undefined ? undefined : dayOf(Date.parse(to) + DAY);
  return ({ account, region, day }) =>
    (accounts === undefined || account === undefined || accounts.includes(account)) &&
    (regions === undefined || region === undefined || regions.includes(region)) &&
    (day === undefined ||
      ((first === undefined || day >= first.slice(0, day.length)) &&
        (last === undefined || day <= last.slice(0, day.length))));
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10).replaceAll('-', '/');
}
