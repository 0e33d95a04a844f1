import { spawnSync } from 'node:child_process';

/** What a child process took: seconds of wall and of processor time, and the most memory that it had, in MB. */
export interface Taken {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
  readonly answer: string;
}

/** Runs one of the ways of `ways.ts` in a process of its own. */
export function runWay(way: string, args: readonly string[]): Taken {
  const script = new URL('ways.ts', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, way, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`The way "${way}" ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as Taken;
}

/** Of an odd number of runs. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
