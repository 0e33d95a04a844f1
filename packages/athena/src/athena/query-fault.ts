import type { QueryExecution } from '@aws-sdk/client-athena';
import { AccessRefused, QueryFailed, ScanLimitReached, TableUnusable, WorkgroupUnusable } from '../errors.ts';
import { reasonText, shownId } from './reason-text.ts';

const SETUP = 'Run "firebreak query setup" to see what is missing and to make it.';

/** What a reason for FAILED says, most special first. Athena User Guide, "Troubleshoot issues in Athena". */
const FAULTS: readonly {
  readonly said: RegExp;
  readonly fault: typeof QueryFailed;
  readonly why: string;
  readonly remedy: string;
}[] = [
  // This one quotes what stands in a log file, so nothing after its name tells what is wrong.
  {
    said: /^HIVE_BAD_DATA/,
    fault: QueryFailed,
    why: 'a log file cannot be read as the table declares it',
    remedy:
      'Narrow the window or the accounts to leave the file out, and compare the table with "firebreak query setup".',
  },
  {
    said: /SCHEMA_NOT_FOUND|Schema '?[^']*'? does not exist|Database .* (?:not found|does not exist)/i,
    fault: TableUnusable,
    why: 'the database is not there',
    remedy: SETUP,
  },
  {
    said: /TABLE_NOT_FOUND|Table '?[^']*'? does not exist|EntityNotFoundException/i,
    fault: TableUnusable,
    why: 'the table is not there',
    remedy: SETUP,
  },
  {
    said: /COLUMN_NOT_FOUND|Column '?[^']*'? cannot be resolved/i,
    fault: TableUnusable,
    why: 'the table lacks a column',
    remedy: 'Run "firebreak query setup" to compare the table with sql/tables and to make it again.',
  },
  {
    said: /projection|INVALID_TABLE_PROPERTY|HIVE_EXCEEDED_PARTITION_LIMIT|HIVE_PARTITION_SCHEMA_MISMATCH|HIVE_INVALID_PARTITION/i,
    fault: TableUnusable,
    why: 'the partitions of the table are declared wrongly',
    remedy: 'Run "firebreak query setup" with every account, every region and the first day of the logs.',
  },
  {
    said: /output location|output bucket|save your query results|writing output to url|query result bucket/i,
    fault: WorkgroupUnusable,
    why: 'the results cannot be written',
    remedy: 'Give the workgroup an output location in a bucket that is there and that you may write to.',
  },
  {
    said: /NoSuchBucket|specified bucket does not exist/i,
    fault: TableUnusable,
    why: 'the bucket of the table is not there',
    remedy: 'Run "firebreak query setup" with the bucket that the logs are in.',
  },
  {
    said: /Access ?Denied|PERMISSION_DENIED|Insufficient (?:permissions|Lake Formation)|not authorized|Status Code: 403/i,
    fault: AccessRefused,
    why: 'access to the logs, their key or the catalogue is denied',
    remedy:
      'Use credentials that may read the bucket of the logs, decrypt with its key, and read the table in Glue.',
  },
  {
    said: /HIVE_METASTORE_ERROR|HIVE_INVALID_METADATA|HIVE_UNSUPPORTED_FORMAT/i,
    fault: TableUnusable,
    why: 'the definition of the table is broken',
    remedy: 'Run "firebreak query setup" to compare the table with sql/tables and to make it again.',
  },
  {
    said: /HIVE_/,
    fault: QueryFailed,
    why: 'a log file cannot be read as the table declares it',
    remedy:
      'Narrow the window or the accounts to leave the file out, and compare the table with "firebreak query setup".',
  },
  {
    said: /exhausted resources|EXCEEDED_(?:GLOBAL_|LOCAL_)?MEMORY_LIMIT|EXCEEDED_TIME_LIMIT|Query timeout|INSUFFICIENT_RESOURCES/i,
    fault: QueryFailed,
    why: 'it needs more than Athena gives one query',
    remedy: 'Narrow the window or the accounts, and ask in parts.',
  },
];

/** The error for a query that Athena ended without an answer. It quotes the reason, made fit to show. */
export function queryFault(name: string, execution: QueryExecution): QueryFailed {
  const { State: state, StateChangeReason: reason, AthenaError: error } = execution.Status ?? {};
  const said = reasonText(reason ?? error?.ErrorMessage);
  const bytes = execution.Statistics?.DataScannedInBytes ?? 0;
  const query = `${name} (${shownId(execution.QueryExecutionId)})`;
  if (/^(?!HIVE_).*bytes scanned limit/i.test(said)) {
    return new ScanLimitReached(
      `Cannot finish ${query}: it reached the scan limit of the workgroup: ${said}`,
      {
        bytes,
        remedy: 'Narrow the window or the accounts, or raise the limit of the workgroup.',
      },
    );
  }
  if (state === 'CANCELLED') {
    return new QueryFailed(`Cannot finish ${query}: someone else cancelled it: ${said}`, {
      remedy: 'Ask who stopped it, and run it again.',
    });
  }
  const known = FAULTS.find((fault) => fault.said.test(said));
  if (known !== undefined) {
    return new known.fault(`Cannot run ${query}: ${known.why}: ${said}`, { remedy: known.remedy });
  }
  const passing = error?.Retryable === true || error?.ErrorCategory === 1;
  return new QueryFailed(`Cannot run ${query}: Athena gave it up: ${said}`, {
    remedy: passing
      ? 'Run it again: Athena says that this may pass.'
      : 'Check the statement against the table in sql/tables.',
  });
}
