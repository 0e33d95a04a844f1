/**
 * What reading and tracing a trail costs beside the least that any reader does: `npm run bench:cloudtrail`. All is
 * measured in one run, in turns, each time in a process of its own; the table shows ratios of medians. Exits with 1 when a
 * limit is exceeded. `--events 100000` makes it shorter; `--rounds 5` makes it steadier.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { generateTrail, trailTruth } from './generate-trail.ts';
import { median, runWay, type Taken } from './measure.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
  },
});
const LIMITS = { read: 1.1, trace: 0.7, memory: 512 };

const seed = Number(values.seed);
const events = Number(values.events);
const trail = await generateTrail({ events, seed });
// jq and DuckDB take long: all three go over a tenth.
const tenth = await generateTrail({ events: Math.ceil(events / 10), seed });

interface Contest {
  readonly ways: readonly string[];
  readonly logs: string;
  readonly key: string;
}

/** The ways in turns, so that what else the machine does meets all of them. */
function contest({ ways, logs, key }: Contest): Map<string, Taken> {
  const runs = new Map<string, Taken[]>(ways.map((way) => [way, []]));
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const way of ways) runs.get(way)?.push(runWay(way, [logs, key]));
  return new Map(
    [...runs].map(([way, taken]) => [
      way,
      {
        wall: median(taken.map(({ wall }) => wall)),
        cpu: median(taken.map(({ cpu }) => cpu)),
        memory: Math.max(...taken.map(({ memory }) => memory)),
        answer: taken[0]?.answer ?? '',
      },
    ]),
  );
}

let exceeded = false;
function row(what: string, value: number, unit: string, limit?: number): void {
  const isOver = limit !== undefined && !(value <= limit);
  exceeded ||= isOver;
  const end = limit === undefined ? '' : `  limit ${limit}${unit}${isOver ? '  EXCEEDED' : ''}`;
  process.stdout.write(`${what.padEnd(76)} ${value.toFixed(unit === '' ? 2 : 0).padStart(6)}${unit}${end}\n`);
}

function of(results: ReadonlyMap<string, Taken>, way: string): Taken {
  return results.get(way) ?? { wall: Number.NaN, cpu: Number.NaN, memory: Number.NaN, answer: '' };
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
process.stdout.write(
  `${trail.events} events in ${trail.files} files, ${megabytes(trail.bytes)} MB, ${megabytes(trail.textBytes)} MB of JSON; medians of ${values.rounds} rounds\n\n`,
);

const one = contest({ ways: ['parse', 'read'], logs: trail.logs, key: '' });
if (of(one, 'parse').answer !== of(one, 'read').answer) throw new Error('readTrail() lost events');
row(
  'readTrail / gunzip and JSON.parse of the same files, processor time',
  of(one, 'read').cpu / of(one, 'parse').cpu,
  '',
  LIMITS.read,
);

const keys = trailTruth(trail);
for (const root of ['long-term-key', 'ec2-instance']) {
  const truth = keys.find(({ root: kind, chain }) => kind === root && chain.length >= 4);
  if (truth === undefined) continue;
  const two = contest({ ways: ['parse-threads', 'trace'], logs: trail.logs, key: truth.key });
  const trace = of(two, 'trace');
  const least = of(two, 'parse-threads');
  if (!trace.answer.startsWith(`${root}/${truth.chain.length}/`))
    throw new Error(`Wrong lineage: ${trace.answer}`);
  row(
    `trace of a key (root ${root}) / gunzip and JSON.parse on two threads, wall`,
    trace.wall / least.wall,
    '',
    LIMITS.trace,
  );
  row('  the same, processor time', trace.cpu / least.cpu, '');
  row('  most memory of the process that traces', trace.memory, ' MB', LIMITS.memory);
}

const minted = trailTruth(tenth).find(({ chain }) => chain.length >= 4);
const hasJq = spawnSync('jq', ['--version']).status === 0;
const ways = ['trace', 'duckdb', ...(hasJq ? ['jq', 'jq-2'] : [])];
const three = contest({ ways, logs: tenth.logs, key: minted?.key ?? '' });
process.stdout.write(
  `\nThe issuing call of a key in ${tenth.events} events; trace does more: the whole lineage\n`,
);
const calls = new Set(ways.slice(1).map((way) => of(three, way).answer.split(' ').sort().join(' ')));
if (calls.size !== 1) throw new Error(`The ways found different calls: ${[...calls].join(' | ')}`);
row('DuckDB, only the columns needed / trace, wall', of(three, 'duckdb').wall / of(three, 'trace').wall, '');
if (hasJq) {
  row('zcat | jq / trace, wall', of(three, 'jq').wall / of(three, 'trace').wall, '');
  row('zcat | jq twice at the same time / trace, wall', of(three, 'jq-2').wall / of(three, 'trace').wall, '');
} else process.stdout.write('jq is not installed: not compared\n');
process.exitCode = exceeded ? 1 : 0;
