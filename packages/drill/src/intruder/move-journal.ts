import { appendFile, readFile, truncate } from 'node:fs/promises';
import { z } from 'zod';
import { DrillStateUnreadable, DrillStateUnwritable } from '../errors.ts';

const move = z.strictObject({
  /** The id of the move in scenario.yaml. */
  id: z.string(),
  when: z.enum(['start', 'contained']),
  /** Virtual time, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** The name of the credentials, and the key id behind it. */
  credential: z.string(),
  accessKeyId: z.string(),
  /** Such as `s3:GetObject`. */
  operation: z.string(),
  /** What the call was about, such as `payroll-exports/2026-08.csv`; empty where it is about nothing in particular. */
  target: z.string(),
  result: z.enum(['allowed', 'denied']),
  /** One sentence: the policy or the state of the key that decided. */
  why: z.string(),
});

/** A call that the intruder has made, and how it went. */
export type Move = Readonly<z.output<typeof move>>;

/** Appends moves to a file, one JSON object a line. */
export async function appendMove(file: string, made: Move): Promise<void> {
  try {
    await appendFile(file, `${JSON.stringify(made)}\n`, { flush: true });
  } catch (cause) {
    throw new DrillStateUnwritable(`Cannot write ${file}`, {
      remedy: 'Check that the disk has room and that you may write there.',
      where: file,
      cause,
    });
  }
}

/**
 * Reads the moves made so far. A last line without an end, as a crash leaves it, is cut off.
 *
 * @throws {DrillStateUnreadable} when any other line is damaged.
 */
export async function readMoves(file: string): Promise<Move[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return '';
    throw damaged(file, 1, cause);
  });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) await truncate(file, Buffer.byteLength(whole));
  const lines = whole.split('\n').slice(0, -1);
  return lines.map((line, at) => {
    try {
      return move.parse(JSON.parse(line));
    } catch (cause) {
      throw damaged(file, at + 1, cause);
    }
  });
}

function damaged(file: string, line: number, cause: unknown): DrillStateUnreadable {
  return new DrillStateUnreadable(`Cannot read what the intruder did: ${file}`, {
    remedy: 'Start the drill again in a new folder.',
    where: `${file}:${line}:1`,
    cause,
  });
}
