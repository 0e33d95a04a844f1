/**
 * What queries over local logs cost beside the simplest programs that answer them: `npm run bench:queries`.
 * A generated trail of a million events; each task in a process of its own, on all cores, in turns over several rounds.
 * Ratios are of processor time, so that what other programs do meanwhile does not count; the table also has wall time.
 * Medians. Exits with 1 when a ratio or the peak of memory is over its limit, or when two ways give different answers.
 *
 * `parse` inflates every file with zlib and gives it to `JSON.parse`, on all cores. `jq` is measured on a part of the files.
 * A query is timed from the question to the last row, over a folder that is open. `convert` is a whole run, beside one
 * query that reads all columns.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { findLogFiles } from '@firebreak/cloudtrail';
import { generateTrail, trailTruth } from '../../cloudtrail/bench/generate-trail.ts';
import type { TaskCost } from './query-task.ts';

const EVENTS = Number(process.env['FIREBREAK_BENCH_EVENTS'] ?? 1_000_000);
const ROUNDS = Number(process.env['FIREBREAK_BENCH_ROUNDS'] ?? 3);
const JQ_FILES = 200;
const PEAK_MEGABYTES = 600;

const trail = await generateTrail({ events: EVENTS, seed: 1 });
const room = mkdtempSync(join(tmpdir(), 'firebreak-bench-'));
const cache = join(room, 'cache');
const key = trailTruth(trail)[Math.floor(trail.keys / 2)]?.key ?? '';
const costs = new Map<string, TaskCost[]>();
let failed = false;

try {
  say(
    `${trail.events} events, ${trail.files} files, ${megabytes(trail.bytes)} MB, ${megabytes(trail.textBytes)} MB of text,`,
  );
  say(`${availableParallelism()} cores, ${ROUNDS} rounds\n`);
  for (let round = 0; round < ROUNDS; round += 1) {
    rmSync(cache, { recursive: true, force: true });
    for (const task of [
      'parse count',
      'raw count',
      'parse key',
      'raw key',
      'raw hunt',
      'raw all',
      'convert',
      'cached count',
      'cached key',
    ])
      measure(task, trail.logs, task);
  }
  const hasJq = await measureJq();
  row('task', ['wall s', 'processor s', 'peak MB', 'ratio', 'limit']);
  line('parse count');
  line('raw count', 'parse count', 1);
  line('parse key');
  line('raw key', 'parse key', 1);
  line('raw hunt', 'parse key', 0.5);
  line('raw all');
  line('convert', 'raw all', 3);
  line('cached count', 'raw count', 0.05);
  line('cached key', 'raw key', 0.05);
  if (hasJq) {
    line('jq count, part');
    line('raw count, part', 'jq count, part', 0.25);
  } else say('jq is not installed: the comparison with zcat and jq is left out');
  same('parse count', 'raw count', 'cached count');
  same('parse key', 'raw key', 'raw hunt', 'cached key');
} finally {
  rmSync(room, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

function measure(task: string, logs: string, as: string): void {
  const script = join(import.meta.dirname, 'query-task.ts');
  const printed = execFileSync(process.execPath, [script, task, logs, key, cache], {
    maxBuffer: 1 << 26,
    encoding: 'utf8',
  });
  keep(as, JSON.parse(printed) as TaskCost);
}

/** Counts names with zcat and jq over some files, and with DuckDB over the same; whether there is a jq. */
async function measureJq(): Promise<boolean> {
  if (spawnSync('jq', ['--version']).error !== undefined) return false;
  const all = await findLogFiles(trail.logs);
  const every = Math.max(1, Math.floor(all.length / JQ_FILES));
  const part = join(room, 'part');
  mkdirSync(part);
  for (const [index, { path }] of all.entries())
    if (index % every === 0) cpSync(path, join(part, basename(path)));
  const command = `find "$1" -name '*.gz' -print0 | xargs -0 -P${availableParallelism()} -n 25 sh -c 'zcat "$@" | jq -r ".Records[].eventName"' _ | sort | uniq -c > /dev/null; times`;
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    const times = execFileSync('bash', ['-c', command, '_', part], { encoding: 'utf8' });
    const wallMs = performance.now() - began;
    keep('jq count, part', { wallMs, processorMs: processorMs(times), peakMegabytes: 0, answer: '' });
    measure('raw count', part, 'raw count, part');
  }
  return true;
}

/** The last line of the shell's `times` is what its children used: `0m1.234s 0m0.056s`. */
function processorMs(times: string): number {
  const last = times.trim().split('\n').at(-1) ?? '';
  return [...last.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1_000,
    0,
  );
}

function keep(task: string, cost: TaskCost): void {
  costs.set(task, [...(costs.get(task) ?? []), cost]);
}

function line(task: string, beside?: string, limit = Number.POSITIVE_INFINITY): void {
  const peak = Math.max(...(costs.get(task) ?? []).map(({ peakMegabytes }) => peakMegabytes));
  const ours = beside !== undefined;
  const ratio = ours ? median(task, 'processorMs') / median(beside, 'processorMs') : 0;
  const over = ratio > limit || (ours && peak > PEAK_MEGABYTES);
  failed ||= over;
  row(task, [
    (median(task, 'wallMs') / 1_000).toFixed(2),
    (median(task, 'processorMs') / 1_000).toFixed(2),
    peak === 0 ? '' : peak.toFixed(0),
    ours ? `${ratio.toFixed(3)} of ${beside}` : '',
    ours ? `${limit.toFixed(2)}${over ? '  OVER' : ''}` : '',
  ]);
}

function median(task: string, what: 'wallMs' | 'processorMs'): number {
  const sorted = (costs.get(task) ?? []).map((cost) => cost[what]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Ways that come to different answers are no measure of each other. */
function same(...tasks: readonly string[]): void {
  const answers = new Set(tasks.flatMap((task) => (costs.get(task) ?? []).map(({ answer }) => answer)));
  if (answers.size === 1) return;
  failed = true;
  say(`different answers: ${tasks.join(', ')}`);
}

function row(
  task: string,
  [wall = '', processor = '', peak = '', ratio = '', limit = '']: readonly string[],
): void {
  say(
    `${task.padEnd(16)}${wall.padStart(8)}${processor.padStart(13)}${peak.padStart(9)}  ${ratio.padEnd(24)}${limit}`,
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
