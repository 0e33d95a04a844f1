import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { DrillStateUnreadable } from '../errors.ts';
import { writeAtomically } from './atomic-file.ts';
import { KEY_USE, ORGANISATION } from './organisation-schema.ts';

const change = z.strictObject({
  at: z.iso.datetime(),
  /** Such as `iam:PutUserPolicy`. */
  operation: z.string(),
  account: z.string(),
  caller: z.strictObject({ arn: z.string(), accessKeyId: z.string() }),
  input: z.record(z.string(), z.unknown()),
});

const state = z.strictObject({
  format: z.literal(1),
  /** Virtual time of the last answer: a resumed organisation goes on from here. */
  clock: z.iso.datetime(),
  organisation: ORGANISATION,
  /** Last use of each access key, as GetAccessKeyLastUsed reports it. */
  keyUse: z.record(z.string(), KEY_USE),
  changes: z.array(change),
});

/** A call that changed the organisation. Kept beside the accounts, so that an undone account equals its past. */
export type Change = z.output<typeof change>;

/** All that a simulated organisation remembers, as plain JSON. */
export type SavedState = z.output<typeof state>;

/**
 * Reads a state back, or returns nothing when there is none yet.
 *
 * @throws {DrillStateUnreadable} when the file is damaged or of another format.
 */
export async function readState(file: string): Promise<SavedState | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw unreadable(file, cause);
  }
  try {
    return state.parse(JSON.parse(text));
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** Puts a state on disk. {@link writeAtomically} says what is thrown. */
export async function writeState(file: string, value: SavedState): Promise<void> {
  await writeAtomically(file, `${JSON.stringify(value, undefined, 1)}\n`);
}

function unreadable(file: string, cause: unknown): DrillStateUnreadable {
  return new DrillStateUnreadable(`Cannot read the state of the simulated organisation: ${file}`, {
    remedy: 'Start the drill again in a new folder.',
    where: file,
    cause,
  });
}
