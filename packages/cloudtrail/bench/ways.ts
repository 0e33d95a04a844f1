/** One way to go over a trail, in a process of its own: `node ways.ts <way> <folder> <key>`. Prints what it took. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { traceKey } from '../src/lineage/trace-key.ts';
import { findLogFiles } from '../src/read/log-files.ts';
import { readTrailBatches } from '../src/read/read-trail.ts';
import { indexFolder } from '../src/scan/index-folder.ts';
import { parseInThreads } from './parse-in-threads.ts';

/** As much of `@duckdb/node-api` as is used here. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(): Promise<{
      connect(): Promise<{
        runAndReadAll(sql: string, values: string[]): Promise<{ getRows(): unknown[][] }>;
      }>;
    }>;
  };
}

const [way = '', folder = '', key = ''] = process.argv.slice(2);

const WAYS: Record<string, () => Promise<string>> = {
  /** The least that reading everything in one thread costs. */
  async parse() {
    let events = 0;
    for (const { path } of await findLogFiles(folder)) events += recordsOf(path);
    return String(events);
  },
  /** The same through `readTrail`, and each event asked for its time and name. */
  async read() {
    let events = 0;
    for await (const batch of readTrailBatches(folder)) events += batch.length;
    return String(events);
  },
  /** The least that reading everything costs with two threads. */
  async 'parse-threads'() {
    const paths = (await findLogFiles(folder)).map(({ path }) => path);
    return String(await parseInThreads(paths, 2));
  },
  async trace() {
    const { root, chain, forward } = await traceKey(key, await indexFolder(folder, key));
    return `${root.kind}/${chain.length}/${forward.length}`;
  },
  /** The issuing call of a key, with the tools that are at hand. */
  async jq() {
    const filter = `.Records[] | select(.responseElements.credentials.accessKeyId? == "${key}") | .eventID`;
    return shell(`find "$1" -name '*.json.gz' -print0 | xargs -0 zcat | jq -r '${filter}'`);
  },
  /** The same, with a process of jq for each of two processors. */
  async 'jq-2'() {
    const filter = `.Records[] | select(.responseElements.credentials.accessKeyId? == "${key}") | .eventID`;
    return shell(
      `find "$1" -name '*.json.gz' -print0 | xargs -0 -n 100 -P 2 sh -c 'zcat "$@" | jq -r "$0"' '${filter}'`,
    );
  },
  async duckdb() {
    const athena = new URL('../../athena/package.json', import.meta.url);
    // DuckDB belongs to the package athena; only this comparison has it here.
    const { DuckDBInstance } = (await import(createRequire(athena).resolve('@duckdb/node-api'))) as DuckDb;
    const connection = await (await DuckDBInstance.create()).connect();
    const record = 'STRUCT(eventID VARCHAR, responseElements JSON)[]';
    const rows = await connection.runAndReadAll(
      `SELECT r.eventID FROM (SELECT unnest(Records) AS r FROM read_json(?, columns={Records: '${record}'},
       format='unstructured', records=true, auto_detect=false, compression='gzip', maximum_object_size=67108864))
       WHERE json_extract_string(r.responseElements, '$.credentials.accessKeyId') = ?`,
      [`${folder}/**/*.json.gz`, key],
    );
    return rows.getRows().flat().join(' ');
  },
};

function recordsOf(path: string): number {
  const { Records } = JSON.parse(gunzipSync(readFileSync(path)).toString()) as { Records: unknown[] };
  return Records.length;
}

function shell(line: string): string {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line, 'sh', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split('\n').sort().join(' ');
}

const start = performance.now();
const answer = (await WAYS[way]?.()) ?? '';
const wall = (performance.now() - start) / 1000;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const cpu = (userCPUTime + systemCPUTime) / 1_000_000;
process.stdout.write(JSON.stringify({ wall, cpu, memory: maxRSS / 1024, answer }));
