import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { LogsMissing, LogUnreadable } from '../errors.ts';
import { type DigestName, digestName } from './digest-name.ts';
import { organisationOf, placeInTrail } from './object-place.ts';

const LOG_FILE = /\.(json|jsonl|ndjson)(\.gz)?$/i;

export interface DigestFile extends DigestName {
  readonly path: string;
  /** The path with `/` between its parts, from the root. */
  readonly whole: string;
  readonly place: string;
  readonly organisation: string | undefined;
}

export interface DeliveredFiles {
  readonly digests: readonly DigestFile[];
  /** Paths of log files by their place in the trail; copies in several folders have the same. */
  readonly logs: ReadonlyMap<string, readonly string[]>;
}

/**
 * The digests and the other files below a folder that are read as logs. Symbolic links are followed, each folder once.
 * What the reader of logs passes over is passed over here: names that begin with a dot.
 *
 * @param given Files that are neither: the keys and signatures that were given.
 * @throws {LogsMissing} when the folder is not there or holds neither.
 * @throws {LogUnreadable} when a folder below it cannot be listed.
 */
export async function deliveredFiles(
  folder: string,
  given: readonly string[] = [],
  signal?: AbortSignal,
): Promise<DeliveredFiles> {
  const info = await stat(folder).catch(() => undefined);
  if (info?.isDirectory() !== true)
    throw new LogsMissing('Cannot verify logs: there is no such folder', {
      where: folder,
      remedy: 'Give the folder that "aws s3 sync s3://BUCKET DIR" filled.',
    });
  const digests: DigestFile[] = [];
  const logs = new Map<string, string[]>();
  const left = new Set(given.map(wholePath));
  for await (const path of filesBelow(folder, new Set(), signal)) {
    if (left.has(wholePath(path))) continue;
    const whole = wholePath(path);
    const place = placeInTrail(whole);
    const name = digestName(whole.slice(whole.lastIndexOf('/') + 1));
    if (name !== undefined)
      digests.push({ path, whole, place, organisation: organisationOf(whole), ...name });
    else if (LOG_FILE.test(path)) logs.set(place, [...(logs.get(place) ?? []), path]);
  }
  if (digests.length > 0 || logs.size > 0) return { digests, logs };
  throw new LogsMissing('Cannot verify logs: the folder holds no digest and no log file', {
    where: folder,
    remedy: 'Give the folder that "aws s3 sync s3://BUCKET DIR" filled.',
  });
}

async function* filesBelow(
  folder: string,
  visited: Set<string>,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  signal?.throwIfAborted();
  const place = await realpath(folder);
  if (visited.has(place)) return;
  visited.add(place);
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
    throw new LogUnreadable(`Cannot verify logs: the folder cannot be listed: ${cause.code}`, {
      where: folder,
      remedy: 'Check that you may read the folder.',
      cause,
    });
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const info = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
    if (info?.isDirectory()) yield* filesBelow(path, visited, signal);
    else if (info?.isFile()) yield path;
  }
}

function wholePath(path: string): string {
  const whole = resolve(path);
  return sep === '/' ? whole : whole.replaceAll(sep, '/');
}
