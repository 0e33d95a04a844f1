import { type Dirent, statSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { LogsMissing, LogUnreadable } from '../errors.ts';
import { type LogPlace, logPlace } from './log-place.ts';
import { type LogWindow, placeFilter } from './log-window.ts';

const LOG_FILE = /\.(json|jsonl|ndjson)(\.gz)?$/i;
/** Digests and Insights lie beside the delivery files of a trail and hold no API calls. */
const NOT_LOGS = new Set(['CloudTrail-Digest', 'CloudTrail-Insight']);

/** A file that can hold CloudTrail records, and what its path says of them. */
export interface LogFile extends LogPlace {
  readonly path: string;
  /** Its size as it lies on disk. */
  readonly bytes: number;
}

export interface FindLogFilesOptions {
  /** Folders and files that lie outside of it are neither listed nor opened. */
  readonly window?: LogWindow;
  /** Called with each symbolic link that leads nowhere. */
  readonly onBrokenLink?: (path: string) => void;
  /** Called with each folder that cannot be listed; without it the first one is thrown. */
  readonly onUnreadable?: (folder: string, cause: NodeJS.ErrnoException) => void;
}

interface Walk {
  readonly files: LogFile[];
  /** Where files and folders really are that were come by: each is read once, and a loop of links ends. */
  readonly visited: Set<string>;
  readonly isInWindow: (place: LogPlace) => boolean;
  readonly options: FindLogFilesOptions;
  /** Files that lie outside of the window, and folders that were not listed because they do. */
  outside: number;
  unreadable: number;
}

/** A folder under the path it is called by, and where it really is. */
interface Folder {
  readonly path: string;
  readonly place: string;
}

const DO = 'Give the folder that "aws s3 sync s3://BUCKET/AWSLogs/ DIR" filled';

/**
 * All files below a folder that can hold CloudTrail records, in a stable order; or the file itself. Symbolic links are
 * followed; a file that several paths lead to comes once, by the first of them. A file whose path says nothing of
 * account, region or day is in every window.
 *
 * @throws {LogsMissing} when the path is not there, or no such file is below it.
 * @throws {LogUnreadable} when a folder cannot be listed and there is no `onUnreadable`.
 */
export async function findLogFiles(path: string, options: FindLogFilesOptions = {}): Promise<LogFile[]> {
  const info = await stat(path).catch((cause: unknown) => {
    throw new LogsMissing('Cannot read logs: there is no such file or folder', {
      where: path,
      remedy: `${DO}, or a file of CloudTrail records.`,
      cause,
    });
  });
  if (!info.isDirectory()) return [{ path, bytes: info.size, ...placeOf(path) }];
  const isInWindow = placeFilter(options.window ?? {});
  const walk: Walk = { files: [], visited: new Set(), isInWindow, options, outside: 0, unreadable: 0 };
  await walkFolder({ path, place: await realpath(path) }, walk);
  if (walk.files.length > 0 || walk.unreadable > 0) return walk.files;
  if (walk.outside > 0)
    throw new LogsMissing('Cannot read logs: no file lies in the accounts, regions and days asked for', {
      where: path,
      remedy: 'Ask for more accounts, regions or days, or fetch their files.',
    });
  throw new LogsMissing('Cannot read logs: the folder holds no .json, .jsonl or .json.gz file', {
    where: path,
    remedy: `${DO}.`,
  });
}

async function walkFolder({ path, place }: Folder, walk: Walk): Promise<void> {
  if (!walk.isInWindow(placeOf(path))) {
    walk.outside += 1;
    return;
  }
  if (!isNew(place, walk)) return;
  for (const entry of (await entriesOf(path, walk)).sort(byName)) {
    const inner = { path: join(path, entry.name), place: join(place, entry.name) };
    if (entry.isSymbolicLink()) await followLink(inner.path, entry.name, walk);
    else if (entry.isDirectory() && isFolderOfLogs(entry.name)) await walkFolder(inner, walk);
    else if (entry.isFile() && LOG_FILE.test(entry.name)) takeFile(inner, walk);
  }
}

async function entriesOf(path: string, walk: Walk): Promise<Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (cause) {
    const error = cause as NodeJS.ErrnoException;
    if (walk.options.onUnreadable === undefined)
      throw new LogUnreadable(`Cannot read logs: the folder cannot be listed: ${error.code}`, {
        where: path,
        remedy: 'Check that you may read the folder.',
        cause,
      });
    walk.unreadable += 1;
    walk.options.onUnreadable(path, error);
    return [];
  }
}

/** What a link leads to is judged by the link's name, as if it lay there; a file also by its own. */
async function followLink(path: string, name: string, walk: Walk): Promise<void> {
  const target = await stat(path).catch(() => undefined);
  if (target === undefined) {
    if (isFolderOfLogs(name)) walk.options.onBrokenLink?.(path);
    return;
  }
  const place = await realpath(path);
  if (target.isDirectory()) {
    if (isFolderOfLogs(name)) await walkFolder({ path, place }, walk);
  } else if (target.isFile() && (LOG_FILE.test(name) || LOG_FILE.test(place)))
    takeFile({ path, place }, walk);
}

function takeFile({ path, place }: Folder, walk: Walk): void {
  const says = placeOf(path);
  if (!walk.isInWindow(says)) walk.outside += 1;
  else if (isNew(place, walk)) {
    // A file that goes away meanwhile is named when it is opened.
    const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    walk.files.push({ path, bytes, ...says });
  }
}

function isNew(place: string, { visited }: Walk): boolean {
  return visited.size < visited.add(place).size;
}

function placeOf(path: string): LogPlace {
  const whole = resolve(path);
  return logPlace(sep === '/' ? whole : whole.replaceAll(sep, '/'));
}

function isFolderOfLogs(name: string): boolean {
  return !name.startsWith('.') && !NOT_LOGS.has(name);
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
