import { SetupInvalid } from '../errors.ts';

/** Where logs lie and whose they are. Every value is checked, since a statement that makes a table binds none. */
export interface SetupRequest {
  readonly database: string;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** The first day that there are logs of, as `yyyy-mm-dd`. */
  readonly since: string;
  /** Of an organisation trail, such as `o-exampleorgid`. Absent for the trail of one account. */
  readonly organisation?: string;
  /** The tables to make, each with the bucket that its files are in. */
  readonly tables: readonly SetupTable[];
}

export interface SetupTable {
  /** A file of `sql/tables`, such as `cloudtrail_logs`. */
  readonly name: string;
  readonly bucket: string;
  /** What comes before the files' own folders, with or without a slash at its end. */
  readonly prefix?: string;
}

/** Partition projection with a list is advised for a few dozen values; Glue takes about 1 MB for a table. */
const MOST_ACCOUNTS = 5_000;

/** Names of general purpose buckets (S3 User Guide, "General purpose bucket naming rules"). */
const BUCKET = /^(?!xn--|sthree-)(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/**
 * The text for each placeholder of one table.
 * @throws {SetupInvalid} for the first value that may not stand in a statement. Values are not repeated.
 */
export function placeholderValues(request: SetupRequest, table: SetupTable): Record<string, string> {
  const { database, accounts, regions, organisation, since } = request;
  check(
    /^[a-z][a-z0-9_]{0,127}$/.test(database),
    'the database',
    'small letters, digits and _, a letter first',
  );
  check(
    BUCKET.test(table.bucket),
    `the bucket of ${shown(table.name)}`,
    'the name of an S3 bucket, without s3://',
  );
  const prefix = (table.prefix ?? '').replace(/\/$/, '');
  check(
    prefix === '' || /^[\w.=-]+(?:\/[\w.=-]+){0,9}$/.test(prefix),
    `the prefix of ${shown(table.name)}`,
    'folders of letters, digits, and . - _ = with a slash between them',
  );
  check(
    organisation === undefined || /^o-[a-z0-9]{8,32}$/.test(organisation),
    'the organisation',
    'an id such as o-exampleorgid',
  );
  check(
    accounts.length > 0 && accounts.length <= MOST_ACCOUNTS && accounts.every((one) => /^\d{12}$/.test(one)),
    'the accounts',
    `1 to ${MOST_ACCOUNTS} ids of 12 digits`,
  );
  check(
    regions.length > 0 && regions.every((one) => /^[a-z]{2}(?:-[a-z]+){1,3}-\d{1,2}$/.test(one)),
    'the regions',
    'one region code or more, such as eu-central-1',
  );
  check(isDay(since), 'the first day', 'a day such as 2024-01-01');
  return {
    database,
    bucket: table.bucket,
    prefix: prefix === '' ? '' : `${prefix}/`,
    organisation: organisation === undefined ? '' : `${organisation}/`,
    accounts: sortedSet(accounts),
    regions: sortedSet(regions),
    'first-day': since.replaceAll('-', '/'),
  };
}

function check(holds: boolean, what: string, form: string): void {
  if (holds) return;
  throw new SetupInvalid(`Cannot set up tables: ${what} must be ${form}`, {
    remedy: `Give ${what} as ${form}.`,
  });
}

function shown(name: string): string {
  return /^[a-z_]{1,64}$/.test(name) ? name : 'a table';
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Always in the same order, so that two set-ups of the same are the same. */
function sortedSet(values: readonly string[]): string {
  return [...new Set(values)].sort().join(',');
}
