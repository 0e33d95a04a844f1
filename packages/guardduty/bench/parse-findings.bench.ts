/**
 * What reading findings costs beside `JSON.parse` of the same lines: `node packages/guardduty/bench/parse-findings.bench.ts`.
 * All are timed in one run, in turns, over several rounds; the table shows medians. Exits with 1 when a ratio is over 2.
 *
 * `parseFindings` returns all findings at once, so it stands beside a `JSON.parse` whose values are all kept.
 * `readFindings` hands them out one by one, so it stands beside a reader of the same stream that hands out the values of
 * `JSON.parse` one by one.
 * The lines carry the fields that delivered findings carry; those average 2.9 KB. No two lines are equal: ids, addresses and times differ, and there are 50 keys.
 */
import { StringDecoder } from 'node:string_decoder';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseFindings } from '../src/parse-findings.ts';
import { readFindings } from '../src/read-findings.ts';
import { camelFinding, eventBridge, FINDING_ID, lower, pascal } from '../src/testing/made-findings.ts';
import { asffFinding, ocsfFinding } from '../src/testing/made-security-hub.ts';
import { alice, deployer, sequenceFinding } from '../src/testing/made-sequence.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const LINES = 4000;
const ROUNDS = 15;
const WARM_UP = 5;
const LIMIT = 2;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const shapes: readonly [string, unknown][] = [
  ['S3 export', camelFinding],
  ['GetFindings', { Findings: [pascal(camelFinding)] }],
  ['EventBridge', eventBridge(camelFinding)],
  ['lower case', lower(camelFinding)],
  ['ASFF', asffFinding],
  ['OCSF 2004', ocsfFinding],
  ['attack sequence', sequenceFinding([alice, deployer])],
];

function linesOf(values: readonly unknown[]): string[] {
  const texts = values.map((value) => JSON.stringify(value));
  return Array.from({ length: LINES }, (_, index) =>
    (texts[index % texts.length] ?? '')
      .replaceAll(FINDING_ID, (index * 2_654_435_761).toString(16).padStart(32, '0'))
      .replaceAll('203.0.113.66', `203.0.113.${index % 256}`)
      .replaceAll('RTXV5AHD', `RTXV5A${BASE32[index % 25]}${BASE32[index % 2]}`)
      .replaceAll(':05:00.000Z', `:${10 + (index % 50)}:00.000Z`),
  );
}

function keepJson(lines: readonly string[]): unknown[] {
  return lines.map((line): unknown => JSON.parse(line));
}

/** The least that a reader of JSON lines does. */
async function* jsonLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  const decoder = new StringDecoder('utf8');
  let left = '';
  for await (const chunk of chunks) {
    const lines = (left + decoder.write(chunk)).split('\n');
    left = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
  yield JSON.parse(left);
}

async function drainJson(bytes: Buffer): Promise<void> {
  for await (const _ of jsonLines(inChunks(bytes)));
}

async function* inChunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

async function drain(bytes: Buffer): Promise<void> {
  for await (const _ of readFindings(inChunks(bytes), 'bench'));
}

/** Processor time of this thread in milliseconds, from a clean heap: what other programs do meanwhile does not count. */
async function timed(work: () => unknown): Promise<number> {
  collectGarbage();
  const start = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

let worst = 0;
process.stdout.write(
  `${LINES} lines, medians of ${ROUNDS} rounds, microseconds of processor time a line\n\n` +
    'lines            bytes/line  JSON.parse kept  parseFindings  ratio  JSON.parse streamed  readFindings  ratio\n',
);
for (const [name, values] of [
  ...shapes.map(([name, value]) => [name, [value]] as const),
  ['all, mixed', shapes.map(([, value]) => value)] as const,
]) {
  const lines = linesOf(values);
  const text = lines.join('\n');
  const bytes = Buffer.from(text);
  const times: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const taken = [
      await timed(() => keepJson(lines)),
      await timed(() => parseFindings(text, 'bench')),
      await timed(() => drainJson(bytes)),
      await timed(() => drain(bytes)),
    ] as const;
    if (round >= 0) for (const index of [0, 1, 2, 3] as const) times[index].push(taken[index]);
  }
  const [kept, parsed, dropped, streamed] = times.map(median) as [number, number, number, number];
  const ratios = [parsed / kept, streamed / dropped] as const;
  worst = Math.max(worst, ...ratios);
  process.stdout.write(
    `${name.padEnd(16)} ${String(Math.round(bytes.length / LINES)).padStart(10)}` +
      `${aLine(kept, 17)}${aLine(parsed, 15)}${ratios[0].toFixed(2).padStart(7)}` +
      `${aLine(dropped, 21)}${aLine(streamed, 14)}${ratios[1].toFixed(2).padStart(7)}\n`,
  );
}
process.stdout.write(`\nhighest ratio ${worst.toFixed(2)}, limit ${LIMIT.toFixed(2)}\n`);
process.exitCode = worst > LIMIT ? 1 : 0;

function aLine(time: number, width: number): string {
  return ((time / LINES) * 1000).toFixed(1).padStart(width);
}
