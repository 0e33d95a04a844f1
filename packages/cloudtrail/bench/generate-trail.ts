/**
 * Makes an organisation's trail in the layout of S3: `node packages/cloudtrail/bench/generate-trail.ts --events 1000000
 * --seed 1 --out DIR`. The same parameters make the same files. Everything in it is made up; because a trail of a million
 * events has some 70,000 keys, its key ids do not end in EXAMPLE, and it is never committed.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { KeyTruth } from './trail-sessions.ts';
import type { ShardOrder, ShardResult } from './trail-shard.ts';

export interface GenerateTrailOptions {
  readonly events: number;
  readonly seed: number;
  /** Where the trail goes; a folder below the system's temporary folder if absent. A trail that is there is used again. */
  readonly folder?: string;
  /** The most events of one file; 500 if absent. */
  readonly eventsPerFile?: number;
  /** Worker threads; 2 if absent. They do not change what is written. */
  readonly threads?: number;
}

export interface GeneratedTrail extends ShardResult {
  readonly folder: string;
  /** The folder that `firebreak` is pointed to. */
  readonly logs: string;
}

/** What a changed generator must change, so that trails of the old one are not used again. */
const EDITION = 1;
const EVENTS_OF_SHARD = 125_000;

/** Makes the trail, or finds it made. Beside `AWSLogs` lie `truth-<shard>.jsonl` and `trail.json`. */
export async function generateTrail(options: GenerateTrailOptions): Promise<GeneratedTrail> {
  const { events, seed, eventsPerFile = 500, threads = 2 } = options;
  const folder =
    options.folder ?? join(tmpdir(), `firebreak-trail-${EDITION}-${events}-${seed}-${eventsPerFile}`);
  const parameters = { edition: EDITION, events, seed, eventsPerFile };
  const known = readMade(folder, parameters);
  if (known !== undefined) return known;
  if (existsSync(join(folder, 'AWSLogs')))
    throw new Error(`Cannot generate a trail: ${folder} holds another one`);
  mkdirSync(folder, { recursive: true });
  const unfinished = join(folder, 'unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  const results = await runShards(ordersOf(options, unfinished, eventsPerFile), threads);
  for (const name of ['AWSLogs', ...results.map((_, shard) => `truth-${shard}.jsonl`)])
    renameSync(join(unfinished, name), join(folder, name));
  rmSync(unfinished, { recursive: true });
  const totals = { events: 0, files: 0, keys: 0, bytes: 0, textBytes: 0 };
  for (const result of results)
    for (const field of Object.keys(totals) as (keyof ShardResult)[]) totals[field] += result[field];
  writeFileSync(join(folder, 'trail.json'), JSON.stringify({ parameters, shards: results.length, totals }));
  return { ...totals, folder, logs: join(folder, 'AWSLogs') };
}

/** What is known of each key of a generated trail. */
export function trailTruth({ folder }: Pick<GeneratedTrail, 'folder'>): KeyTruth[] {
  const { shards } = JSON.parse(readFileSync(join(folder, 'trail.json'), 'utf8')) as { shards: number };
  return Array.from({ length: shards }, (_, shard) =>
    readFileSync(join(folder, `truth-${shard}.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as KeyTruth),
  ).flat();
}

function readMade(folder: string, parameters: object): GeneratedTrail | undefined {
  const path = join(folder, 'trail.json');
  if (!existsSync(path)) return undefined;
  const made = JSON.parse(readFileSync(path, 'utf8')) as { parameters: object; totals: ShardResult };
  if (JSON.stringify(made.parameters) !== JSON.stringify(parameters)) return undefined;
  return { ...made.totals, folder, logs: join(folder, 'AWSLogs') };
}

function ordersOf(
  { events, seed }: GenerateTrailOptions,
  folder: string,
  eventsPerFile: number,
): ShardOrder[] {
  const shards = Math.max(1, Math.ceil(events / EVENTS_OF_SHARD));
  return Array.from({ length: shards }, (_, shard) => ({
    shard,
    seed,
    events: Math.floor(events / shards) + (shard < events % shards ? 1 : 0),
    eventsPerFile,
    folder,
  }));
}

async function runShards(orders: readonly ShardOrder[], threads: number): Promise<ShardResult[]> {
  const workers = Math.min(threads, orders.length);
  const results: ShardResult[] = [];
  await Promise.all(
    Array.from({ length: workers }, (_, index) => {
      const mine = orders.filter(({ shard }) => shard % workers === index);
      return runWorker(mine, (result, at) => {
        const order = mine[at];
        if (order !== undefined) results[order.shard] = result;
      });
    }),
  );
  return results;
}

function runWorker(
  orders: readonly ShardOrder[],
  take: (result: ShardResult, at: number) => void,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const worker = new Worker(new URL('./generate-trail-worker.ts', import.meta.url), { workerData: orders });
  let at = 0;
  worker.on('message', (result: ShardResult) => {
    take(result, at);
    at += 1;
  });
  worker.on('error', reject);
  worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The worker ended with ${code}`))));
  return promise;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      events: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      'events-per-file': { type: 'string', default: '500' },
    },
  });
  const trail = await generateTrail({
    events: Number(values.events),
    seed: Number(values.seed),
    eventsPerFile: Number(values['events-per-file']),
    ...(values.out === undefined ? {} : { folder: values.out }),
  });
  process.stdout.write(`${JSON.stringify(trail)}\n`);
}
