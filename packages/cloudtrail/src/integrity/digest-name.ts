/** What the name of a digest file says. */
export interface DigestName {
  readonly account: string;
  readonly region: string;
  readonly trail: string;
  readonly homeRegion: string;
  /** The end of the hour that it covers, in milliseconds since 1970. */
  readonly end: number;
  /** Delivered late, for log files that no other digest lists. */
  readonly isBackfill: boolean;
}

const REGION = '([a-z]{2,4}(?:-[a-z]+)+-\\d{1,2})';
const NAME = new RegExp(
  `^(\\d{12})_CloudTrail-Digest_${REGION}_(.+)_${REGION}_(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z(_backfill)?\\.json\\.gz$`,
);

/** Source: CloudTrail User Guide, "CloudTrail digest file structure". */
export function digestName(name: string): DigestName | undefined {
  const [, account, region, trail, homeRegion, ...rest] = NAME.exec(name) ?? [];
  if (account === undefined || region === undefined || trail === undefined || homeRegion === undefined)
    return undefined;
  const [year, month, day, hour, minute, second, backfill] = rest;
  const end = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(end)) return undefined;
  return { account, region, trail, homeRegion, end, isBackfill: backfill !== undefined };
}
