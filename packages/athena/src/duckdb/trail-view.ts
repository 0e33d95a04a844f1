import { PARTITION_COLUMNS, TRAIL_COLUMNS } from '../trail-table.ts';
import { columnType, literal } from './column-type.ts';
import { deliveredName } from './delivered-names.ts';
import { asPattern, DELIVERY_PATH } from './delivery-path.ts';
import { LONGEST_DELIVERY } from './log-file-shape.ts';
import { bothNeeds, type Need, type NeededColumns, wholeColumns } from './needed-columns.ts';

/** The files that make up the table for one query. */
export interface TrailSources {
  /** Delivery files whose folders tell account, region and day. */
  readonly placed: readonly string[];
  /** Delivery files that lie elsewhere: their records tell it. */
  readonly loose: readonly string[];
  /** Rows of the table, one JSON line each. */
  readonly spooled: readonly string[];
  /** In bytes, over all that is spooled. */
  readonly longestLine: number;
  /** Rows of the table as Parquet. */
  readonly parquet: readonly string[];
}

/** DuckDB's own default, which is also its buffer for one line. */
const SMALLEST_LINE_LIMIT = 16 * 1_024 * 1_024;

/** What is wrong with a file that holds no delivery; the file's name follows. */
const NO_DELIVERY = 'no delivery file: ';

/**
 * The statements that make the temporary view `cloudtrail_logs` over the files, with the columns that are needed.
 * Files that hold something else than CloudTrail records in a delivery, and records of another form than CloudTrail
 * writes, raise an error that names the file; so does whatever DuckDB cannot read.
 */
export function trailView(sources: TrailSources, needed: NeededColumns): string {
  // Parquet keeps whole structs, and reads only the fields that are asked for anyway.
  const columns = sources.parquet.length === 0 ? needed : wholeColumns(needed);
  const parts = [
    ...(sources.placed.length === 0 ? [] : [deliveries('firebreak_placed', columns, PLACED)]),
    ...(sources.loose.length === 0 ? [] : [deliveries('firebreak_loose', columns, LOOSE)]),
    ...(sources.spooled.length === 0 ? [] : [lines(columns, sources.longestLine)]),
    ...(sources.parquet.length === 0 ? [] : [parquet(columns)]),
  ];
  return [
    fileList('firebreak_placed', sources.placed.map(asPattern)),
    fileList('firebreak_loose', sources.loose.map(asPattern)),
    fileList('firebreak_spooled', sources.spooled.map(asPattern)),
    fileList('firebreak_parquet', sources.parquet.map(asPattern)),
    `CREATE OR REPLACE TEMP VIEW cloudtrail_logs AS ${parts.length === 0 ? nothing(columns) : parts.join(' UNION ALL ')}`,
  ].join(';\n');
}

function fileList(name: string, paths: readonly string[]): string {
  return `SET VARIABLE ${name} = [${paths.map(literal).join(', ')}]`;
}

type PartitionName = (typeof PARTITION_COLUMNS)[number];

interface Place {
  /** A partition column out of a record `r` in the file `filename`. */
  readonly column: Readonly<Record<PartitionName, string>>;
  /** Columns that this takes from the record. */
  readonly needs: Readonly<Record<PartitionName, NeededColumns>>;
}

// DuckDB works these out on the list of files, before it opens one.
const fromPath = (group: number) =>
  `system.main.regexp_extract(filename, ${literal(DELIVERY_PATH)}, ${group}, 's')`;

const PLACED: Place = {
  column: { account: fromPath(1), region: fromPath(2), day: fromPath(3) },
  needs: { account: new Map(), region: new Map(), day: new Map() },
};

const LOOSE: Place = {
  column: {
    account: `coalesce(r."recipientAccountId", r."userIdentity"."accountId")`,
    region: `r."awsRegion"`,
    day: `system.main.replace(system.main.substr(r."eventTime", 1, 10), '-', '/')`,
  },
  needs: {
    account: new Map<string, Need>([
      ['recipientaccountid', 'all'],
      ['useridentity', new Map<string, Need>([['accountid', 'all']])],
    ]),
    region: new Map([['awsregion', 'all']]),
    day: new Map(),
  },
};

/** Every record of a delivery has these, so that their lack tells another kind of file. */
const ALWAYS: NeededColumns = new Map([
  ['eventname', 'all'],
  ['eventtime', 'all'],
]);

function deliveries(files: string, columns: NeededColumns, place: Place): string {
  const partitions = PARTITION_COLUMNS.filter((name) => columns.has(name));
  const declared = [columns, ALWAYS, ...partitions.map((name) => place.needs[name])].reduce(bothNeeds);
  const record = Object.entries(TRAIL_COLUMNS).flatMap(([name, type]) => {
    const need = declared.get(name);
    if (need === undefined) return [];
    return [`"${deliveredName(name)}" ${columnType(type, { need, naming: 'delivered', path: [name] })}`];
  });
  const selected = [...columns].map(([name, need]) => {
    const partition = PARTITION_COLUMNS.find((column) => column === name);
    if (partition !== undefined) return `${place.column[partition]} AS "${name}"`;
    return `${tableValue(name, need)} AS "${name}"`;
  });
  const stray = `error(${literal(NO_DELIVERY)} || filename)`;
  return `SELECT ${selected.length === 0 ? '1 AS "firebreak_row"' : selected.join(', ')} FROM (
    SELECT unnest(coalesce("Records", ${stray})) AS r, filename
    FROM read_json(getvariable('${files}'), columns = {Records: ${literal(`STRUCT(${record.join(', ')})[]`)}},
      format = 'unstructured', records = true, auto_detect = false, compression = 'auto_detect',
      hive_partitioning = false, maximum_object_size = ${LONGEST_DELIVERY}, filename = true))
    WHERE CASE WHEN (r."eventTime" LIKE '____-__-__T__:__:__Z' AND r."eventName" <> '') IS NOT TRUE
      THEN ${stray} ELSE true END`;
}

function tableValue(name: string, need: Need): string {
  const type = TRAIL_COLUMNS[name] ?? 'text';
  const value = `r."${deliveredName(name)}"`;
  if (typeof type === 'string') return value;
  return `CAST(${value} AS ${columnType(type, { need, naming: 'table', path: [name] })})`;
}

function lines(columns: NeededColumns, longestLine: number): string {
  // Without the columns DuckDB would guess types from a sample, and they would not be Athena's.
  const declared = columns.size === 0 ? ALWAYS : columns;
  const types = [...declared].map(([name, need]) => `"${name}": ${literal(tableType(name, need))}`);
  return `SELECT ${columns.size === 0 ? '1 AS "firebreak_row"' : names(columns)}
    FROM read_json(getvariable('firebreak_spooled'), columns = {${types.join(', ')}},
      format = 'newline_delimited', auto_detect = false, compression = 'uncompressed', hive_partitioning = false,
      maximum_object_size = ${Math.max(SMALLEST_LINE_LIMIT, longestLine)})`;
}

function parquet(columns: NeededColumns): string {
  return `SELECT ${columns.size === 0 ? '1 AS "firebreak_row"' : names(columns)}
    FROM read_parquet(getvariable('firebreak_parquet'), hive_partitioning = false)`;
}

function nothing(columns: NeededColumns): string {
  const nulls = [...columns].map(([name, need]) => `CAST(NULL AS ${tableType(name, need)}) AS "${name}"`);
  return `SELECT ${nulls.length === 0 ? '1 AS "firebreak_row"' : nulls.join(', ')} WHERE false`;
}

function names(columns: NeededColumns): string {
  return [...columns.keys()].map((name) => `"${name}"`).join(', ');
}

function tableType(name: string, need: Need): string {
  return columnType(TRAIL_COLUMNS[name] ?? 'text', { need, naming: 'table', path: [name] });
}
