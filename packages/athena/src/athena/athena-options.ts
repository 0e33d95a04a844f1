import type { AthenaClient } from '@aws-sdk/client-athena';
import type { Pacing } from './pause.ts';

/** Where queries run, and what they may cost. */
export interface AthenaOptions {
  readonly workgroup: string;
  readonly database: string;
  /** The Glue catalogue. `AwsDataCatalog` when absent. */
  readonly catalog?: string;
  /** Used unless the workgroup holds queries to its own location. */
  readonly outputLocation?: string;
  /** Bytes that one query may scan. The workgroup's own limit holds when it is smaller. */
  readonly maxScanBytes?: number;
  /** The measured mean size of one account's logs of one region and one day, for the estimate before a start. */
  readonly partitionBytes?: number;
  /** An answer to the same query may be reused when it is at most this old, up to 10,080 minutes. */
  readonly reuseMinutes?: number;
  /** US dollars for a terabyte scanned. 5 when absent. */
  readonly usdATerabyte?: number;
  readonly region?: string;
  readonly profile?: string;
  /** A client to use instead of one of our own. The engine leaves it open. */
  readonly client?: AthenaClient;
  readonly pacing?: Partial<Pacing>;
  readonly clock?: () => Date;
  /** Makes the id of a run, which keeps its start from happening twice. Random when absent. */
  readonly runId?: () => string;
}
