import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { LogUnreadable } from './errors.ts';

const inflate = promisify(gunzip);

/**
 * The text of one log file, inflated when it begins with gzip's magic bytes, whatever its name says.
 *
 * @throws {LogUnreadable} when the file cannot be opened, or its gzip stream is cut off or damaged.
 */
export async function readLogText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new LogUnreadable(`Cannot read log file: ${cause.code ?? cause.message}`, {
      where: path,
      remedy: 'Check that the file is there and that you may read it.',
      cause,
    });
  });
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8');
  try {
    return (await inflate(bytes)).toString('utf8');
  } catch (cause) {
    const cutOff = (cause as NodeJS.ErrnoException).code === 'Z_BUF_ERROR';
    const what = cutOff
      ? `the gzip stream is cut off after ${bytes.length} bytes`
      : 'the gzip stream is damaged';
    throw new LogUnreadable(`Cannot read log file: ${what}`, {
      where: cutOff ? `${path}: byte ${bytes.length}` : path,
      remedy: 'Fetch the file from the bucket again, or move it out of the folder to go on without it.',
      cause,
    });
  }
}
