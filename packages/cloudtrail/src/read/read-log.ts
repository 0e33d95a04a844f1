import { readFileSync } from 'node:fs';
import type { BrokenLog } from './broken-log.ts';
import { type ByteSource, bytesInMemory, bytesOnDisk } from './byte-source.ts';
import { WHOLE_TEXT } from './gunzip-whole.ts';
import type { LogFile } from './log-files.ts';
import { readEvent } from './read-event.ts';
import { streamedLog } from './streamed-log.ts';
import type { TrailEvent } from './trail-event.ts';
import { wholeLog } from './whole-log.ts';

/** What there was in a file besides events. */
export interface LogEnd {
  readonly events: number;
  /** Values that are no CloudTrail record. */
  readonly others: number;
  readonly broken: BrokenLog | undefined;
}

/**
 * The events of one file in batches. Insights and other records without a name are passed over. A file that is damaged
 * or cannot be opened gives what is whole, and says where it broke.
 */
export async function* readLog(file: LogFile, signal?: AbortSignal): AsyncGenerator<TrailEvent[], LogEnd> {
  const { path } = file;
  try {
    if (file.bytes <= WHOLE_TEXT) return yield* readLogBytes(path, readFileSync(path), signal);
    const source = await bytesOnDisk(path);
    try {
      return yield* streamedEvents(path, source, signal);
    } finally {
      await source.close();
    }
  } catch (error) {
    return { events: 0, others: 0, broken: notRead(path, 0, error) };
  }
}

/** The same of a file that is in memory. */
export async function* readLogBytes(
  path: string,
  bytes: Buffer,
  signal?: AbortSignal,
): AsyncGenerator<TrailEvent[], LogEnd> {
  const values = wholeLog(bytes);
  if (values === undefined) return yield* streamedEvents(path, bytesInMemory(bytes), signal);
  const events = eventsOf(values);
  yield events;
  return { events: events.length, others: values.length - events.length, broken: undefined };
}

async function* streamedEvents(
  path: string,
  source: ByteSource,
  signal: AbortSignal | undefined,
): AsyncGenerator<TrailEvent[], LogEnd> {
  let found = 0;
  let others = 0;
  const stream = streamedLog(source, signal);
  for (;;) {
    let next: Awaited<ReturnType<typeof stream.next>>;
    try {
      next = await stream.next();
    } catch (error) {
      return { events: found, others, broken: notRead(path, found, error) };
    }
    if (next.done) {
      const broken = next.value && { path, records: found, ...next.value };
      return { events: found, others, broken };
    }
    const events = eventsOf(next.value);
    found += events.length;
    others += next.value.length - events.length;
    yield events;
  }
}

/** What the operating system says; any other error is thrown on. */
function notRead(path: string, records: number, error: unknown): BrokenLog {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  return { path, byte: 0, records, why: `the file cannot be read: ${code}` };
}

function eventsOf(values: readonly unknown[]): TrailEvent[] {
  const events: TrailEvent[] = [];
  for (const value of values) {
    const event = readEvent(value);
    if (event !== undefined) events.push(event);
  }
  return events;
}
