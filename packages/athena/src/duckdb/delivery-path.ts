import { sep } from 'node:path';

/** Where a trail puts its files, as DuckDB and JavaScript both read it: account, region, day. */
export const DELIVERY_PATH = '/([0-9]{12})/CloudTrail/([a-z0-9-]+)/([0-9]{4}/[0-9]{2}/[0-9]{2})/[^/]+$';

export interface DeliveryPlace {
  readonly account: string;
  readonly region: string;
  /** `yyyy/mm/dd`. */
  readonly day: string;
}

/**
 * What the folders of a log file tell: `…/<account>/CloudTrail/<region>/yyyy/mm/dd/<file>`.
 * Source: CloudTrail User Guide, "Finding your CloudTrail log files".
 */
export function deliveryPlace(path: string): DeliveryPlace | undefined {
  const [, account, region, day] = new RegExp(DELIVERY_PATH, 's').exec(slashed(path)) ?? [];
  if (account === undefined || region === undefined || day === undefined) return undefined;
  return { account, region, day };
}

/** A path as DuckDB gives it back, on Windows too. */
export function slashed(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}

/** A path as a pattern that only this path matches. */
export function asPattern(path: string): string {
  return slashed(path).replaceAll(/[*?[]/g, '[$&]');
}
