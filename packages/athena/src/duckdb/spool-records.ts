import { type FileHandle, open } from 'node:fs/promises';
import { SpoolFailed } from '../errors.ts';
import { jsonText, trailRow } from './trail-row.ts';

/** What was written for an engine to read. */
export interface SpooledRecords {
  readonly records: number;
  /** Records whose `eventTime` is no time in UTC. No window of time holds them, so no query finds them. */
  readonly undated: number;
  readonly bytes: number;
  /** In bytes; a reader needs at least this much room for one line. */
  readonly longestLine: number;
}

const BATCH_CHARACTERS = 1 << 18;

/**
 * Writes records to a new file, one JSON line each, and waits for the disk before it asks for more of them.
 * What the iterable throws comes through as it is.
 * @throws {SpoolFailed} when the file cannot be written.
 */
export async function spoolRecords(
  records: AsyncIterable<Record<string, unknown>>,
  path: string,
): Promise<SpooledRecords> {
  const spooled = { records: 0, undated: 0, bytes: 0, longestLine: 0 };
  const file = await open(path, 'wx', 0o600).catch((cause: unknown) => {
    throw failed(path, cause);
  });
  try {
    let batch: string[] = [];
    let waiting = 0;
    for await (const record of records) {
      const row = trailRow(record);
      const line = `${jsonText(row) ?? '{}'}\n`;
      const bytes = Buffer.byteLength(line);
      spooled.records += 1;
      spooled.bytes += bytes;
      spooled.longestLine = Math.max(spooled.longestLine, bytes);
      if (row['day'] === null) spooled.undated += 1;
      batch.push(line);
      waiting += line.length;
      if (waiting < BATCH_CHARACTERS) continue;
      await write(file, batch, path);
      batch = [];
      waiting = 0;
    }
    await write(file, batch, path);
  } finally {
    await file.close();
  }
  return spooled;
}

async function write(file: FileHandle, lines: readonly string[], path: string): Promise<void> {
  await file.appendFile(lines.join('')).catch((cause: unknown) => {
    throw failed(path, cause);
  });
}

function failed(path: string, cause: unknown): SpoolFailed {
  return new SpoolFailed('Cannot prepare logs for queries: the temporary file cannot be written', {
    remedy: 'Free space in the folder for temporary files, or set TMPDIR to a folder with more of it.',
    where: path,
    cause,
  });
}
