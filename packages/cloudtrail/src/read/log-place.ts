/** What the path of a folder or file says of the events in it. */
export interface LogPlace {
  readonly account?: string;
  readonly region?: string;
  /** The UTC day of delivery as `yyyy/mm/dd`; of a folder above it only `yyyy` or `yyyy/mm`. */
  readonly day?: string;
}

const REGION = '[a-z]{2,4}(?:-[a-z]+)+-\\d{1,2}';
const DATE = '(\\d{4}(?:/(?:0[1-9]|1[0-2])(?:/(?:0[1-9]|[12]\\d|3[01]))?)?)';
/** `AWSLogs/[o-…/]<account>`, or `<account>/CloudTrail`. */
const ACCOUNT = /(?:^|\/)AWSLogs\/(?:o-[a-z0-9]+\/)?(\d{12})(?=\/|$)|(?:^|\/)(\d{12})\/CloudTrail(?=\/|$)/g;
/** A region counts where it stands below `CloudTrail` or above a whole day. */
const BELOW_TRAIL = new RegExp(`(?:^|/)CloudTrail/(${REGION})(?:/${DATE})?(?=/|$)`, 'g');
const ABOVE_DAY =
  /(?:^|\/)([a-z]{2,4}(?:-[a-z]+)+-\d{1,2})\/(\d{4}\/(?:0[1-9]|1[0-2])\/(?:0[1-9]|[12]\d|3[01]))(?=\/|$)/g;
/** The name that CloudTrail gives a file. */
const FILE = new RegExp(`(?:^|/)(\\d{12})_CloudTrail_(${REGION})_(\\d{4})(\\d{2})(\\d{2})T\\d{4}Z_[^/]*$`);

/**
 * Reads account, region and day off the S3 layout `AWSLogs/[o-…/]<account>/CloudTrail/<region>/yyyy/mm/dd/` or a part of
 * it, or off the name of a file that was taken out of it.
 * Source: CloudTrail User Guide, "Finding your CloudTrail log files".
 *
 * @param path An absolute path with `/` between its parts.
 */
export function logPlace(path: string): LogPlace {
  const file = FILE.exec(path);
  const account = last(ACCOUNT, path);
  const [, region, day] = last(BELOW_TRAIL, path) ?? last(ABOVE_DAY, path) ?? [];
  return {
    ...field('account', account?.[1] ?? account?.[2] ?? file?.[1]),
    ...field('region', region ?? file?.[2]),
    ...field('day', day ?? (file === null ? undefined : `${file[3]}/${file[4]}/${file[5]}`)),
  };
}

function last(pattern: RegExp, path: string): RegExpMatchArray | undefined {
  return [...path.matchAll(pattern)].at(-1);
}

function field(name: keyof LogPlace, value: string | undefined): LogPlace {
  return value === undefined ? {} : { [name]: value };
}
