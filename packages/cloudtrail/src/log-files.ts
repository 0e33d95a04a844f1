import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LogsMissing } from './errors.ts';

const LOG_FILE = /\.(json|jsonl|ndjson)(\.gz)?$/i;
/** Digests and Insights lie beside the delivery files of a trail and hold no API calls. */
const NOT_LOGS = new Set(['CloudTrail-Digest', 'CloudTrail-Insight']);

interface Walk {
  readonly files: string[];
  /** Where files and folders really are that were come by: each is read once, and a loop of links ends. */
  readonly visited: Set<string>;
  readonly onBrokenLink: (path: string) => void;
}

/**
 * The paths of all files below a folder that can hold CloudTrail records, in a stable order; or the file itself.
 * Symbolic links are followed; a file that several paths lead to comes once, by the first of them. Links that lead
 * nowhere go to `onBrokenLink`.
 *
 * @throws {LogsMissing} when the path is not there, or no such file is below it.
 */
export async function findLogFiles(
  path: string,
  onBrokenLink: (path: string) => void = () => {},
): Promise<string[]> {
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
  await walkFolder(path, { files, visited: new Set(), onBrokenLink });
  if (files.length > 0) return files;
  throw new LogsMissing('Cannot read logs: the folder holds no .json, .jsonl or .json.gz file', {
    where: path,
    remedy: 'Give the folder that "aws s3 sync s3://BUCKET/AWSLogs/ DIR" filled.',
  });
}

async function walkFolder(folder: string, walk: Walk): Promise<void> {
  if (!(await isNew(folder, walk))) return;
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort(byName)) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) await followLink(path, entry.name, walk);
    else if (entry.isDirectory() && isFolderOfLogs(entry.name)) await walkFolder(path, walk);
    else if (entry.isFile() && LOG_FILE.test(entry.name) && (await isNew(path, walk))) walk.files.push(path);
  }
}

/** What a link leads to is judged by the link's name, as if it lay there; a file also by its own. */
async function followLink(path: string, name: string, walk: Walk): Promise<void> {
  const target = await stat(path).catch(() => undefined);
  if (target === undefined) {
    if (isFolderOfLogs(name)) walk.onBrokenLink(path);
  } else if (target.isDirectory()) {
    if (isFolderOfLogs(name)) await walkFolder(path, walk);
  } else if (target.isFile() && (LOG_FILE.test(name) || LOG_FILE.test(await realpath(path)))) {
    if (await isNew(path, walk)) walk.files.push(path);
  }
}

async function isNew(path: string, { visited }: Walk): Promise<boolean> {
  const place = await realpath(path);
  return visited.size < visited.add(place).size;
}

function isFolderOfLogs(name: string): boolean {
  return !name.startsWith('.') && !NOT_LOGS.has(name);
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
