import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LogsMissing } from './errors.ts';

const LOG_FILE = /\.(json|jsonl|ndjson)(\.gz)?$/i;
/** Digests and Insights lie beside the delivery files of a trail and hold no API calls. */
const NOT_LOGS = new Set(['CloudTrail-Digest', 'CloudTrail-Insight']);

/**
 * The paths of all files below a folder that can hold CloudTrail records, in a stable order; or the file itself.
 *
 * @throws {LogsMissing} when the path is not there, or no such file is below it.
 */
export async function findLogFiles(path: string): Promise<string[]> {
  const info = await stat(path).catch((cause: unknown) => {
    throw new LogsMissing('Cannot read logs: there is no such file or folder', {
      where: path,
      remedy:
        'Give the folder that "aws s3 sync s3://BUCKET/AWSLogs/ DIR" filled, or a file of CloudTrail records.',
      cause,
    });
  });
  if (info.isFile()) return [path];
  const files: string[] = [];
  await walk(path, files);
  if (files.length > 0) return files;
  throw new LogsMissing('Cannot read logs: the folder holds no .json, .jsonl or .json.gz file', {
    where: path,
    remedy: 'Give the folder that "aws s3 sync s3://BUCKET/AWSLogs/ DIR" filled.',
  });
}

async function walk(folder: string, files: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort(byName)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.') && !NOT_LOGS.has(entry.name))
      await walk(path, files);
    else if (entry.isFile() && LOG_FILE.test(entry.name)) files.push(path);
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
