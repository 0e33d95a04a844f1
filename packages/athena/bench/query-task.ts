/** One task of the benchmark, alone in its process: `query-task.ts TASK LOGS KEY CACHE`. Prints what it cost. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { findLogFiles } from '@firebreak/cloudtrail';
import { convertFolder } from '../src/duckdb/cache/convert-folder.ts';
import { openDuckDbFolder } from '../src/duckdb/open-duckdb-folder.ts';
import type { BoundQuery } from '../src/query-engine.ts';
import { TRAIL_COLUMNS } from '../src/trail-table.ts';

/** What a task cost, and its answer, which has to be the same in every way to come to it. */
export interface TaskCost {
  readonly wallMs: number;
  readonly processorMs: number;
  readonly peakMegabytes: number;
  readonly answer: string;
}

const [, , task = '', logs = '', key = '', cacheFolder = ''] = process.argv;

const bound = (where: string, values: readonly string[], hunt: readonly string[] = []): BoundQuery => ({
  name: task,
  sql: `SELECT eventname, count(*) AS calls FROM cloudtrail_logs ${where} GROUP BY eventname ORDER BY calls DESC, eventname`,
  values: values.map((value) => ({ binding: 'access-key', type: 'varchar' as const, value })),
  parameters: {},
  hunt,
});
const BY_KEY = 'WHERE useridentity.accesskeyid = ?';

const everyColumn = (): BoundQuery => ({
  ...bound('', []),
  sql: `SELECT ${Object.keys(TRAIL_COLUMNS)
    .map((name) => `count(${name})`)
    .join(', ')} FROM cloudtrail_logs`,
});
const count = () => bound('', []);
const byKey = () => bound(BY_KEY, [key]);

const tasks: Record<string, () => Promise<() => Promise<string>>> = {
  'parse count': async () => () => parsed(),
  'parse key': async () => () => parsed(key),
  'raw count': () => asked(count(), false),
  'raw key': () => asked(byKey(), false),
  'raw all': () => asked(everyColumn(), false),
  'raw hunt': () => asked(bound(BY_KEY, [key], [key]), false),
  convert: async () => async () => {
    const { rows, setAside } = await convertFolder(logs, { cacheFolder });
    return `${rows} rows, ${setAside.length} set aside`;
  },
  'cached count': () => asked(count(), cacheFolder),
  'cached key': () => asked(byKey(), cacheFolder),
};

/** Opens the folder outside of what is measured, as a session of many queries does. */
async function asked(query: BoundQuery, cache: string | false): Promise<() => Promise<string>> {
  const engine = await openDuckDbFolder(logs, { cacheFolder: cache });
  return async () => {
    const { rows } = await engine.run(query);
    await engine.close();
    return JSON.stringify(rows);
  };
}

async function parsed(only?: string): Promise<string> {
  const files = (await findLogFiles(logs)).map(({ path }) => path);
  const threads = availableParallelism();
  const counts = new Map<string, number>();
  await Promise.all(
    Array.from({ length: threads }, async (_, thread) => {
      const part = files.filter((_file, index) => index % threads === thread);
      for (const [name, calls] of await fromWorker(part, only))
        counts.set(name, (counts.get(name) ?? 0) + calls);
    }),
  );
  const rows = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return JSON.stringify(rows);
}

function fromWorker(files: readonly string[], only: string | undefined): Promise<Map<string, number>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('parse-worker.ts', import.meta.url), {
      workerData: { files, key: only },
    });
    worker.on('message', resolve);
    worker.on('error', reject);
  });
}

const run = await tasks[task]?.();
if (run === undefined) throw new Error(`There is no task ${task}`);
const cpu = process.cpuUsage();
const began = performance.now();
const answer = await run();
const { user, system } = process.cpuUsage(cpu);
const cost: TaskCost = {
  wallMs: performance.now() - began,
  processorMs: (user + system) / 1_000,
  peakMegabytes: process.resourceUsage().maxRSS / 1_024,
  answer,
};
process.stdout.write(JSON.stringify(cost));
