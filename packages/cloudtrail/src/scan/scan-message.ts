import type { FilePart } from './file-part.ts';
import type { WorkUnit } from './work-units.ts';

/** To a thread: a unit to search, or that a message of its was taken. */
export type ToThread = { readonly unit: WorkUnit } | { readonly taken: true };

/** From a thread: what it found. */
export interface FromThread {
  readonly unit: number;
  readonly parts: readonly FilePart[];
  readonly isLast: boolean;
}

/** A thread waits when so many of its messages were not taken yet. */
export const MOST_UNTAKEN = 4;
/** A message is sent when its records have so many bytes. */
export const MESSAGE_BYTES = 1024 * 1024;
