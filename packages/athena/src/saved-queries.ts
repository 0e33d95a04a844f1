import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SavedQueryUnreadable } from './errors.ts';
import { parseSavedQuery, type SavedQuery } from './saved-query.ts';

/**
 * Reads every `<name>.sql` that lies directly in a folder, by name in alphabetical order.
 * @throws {SavedQueryUnreadable} when the folder or a file cannot be read.
 * @throws {SavedQueryMalformed} for the first file that breaks the format.
 */
export async function readSavedQueries(folder: string): Promise<Map<string, SavedQuery>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw unreadable(folder, cause);
  });
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.sql'))
    .map(({ name }) => name);
  const queries = new Map<string, SavedQuery>();
  for (const name of names.sort()) {
    const path = join(folder, name);
    const text = await readFile(path, 'utf8').catch((cause: unknown) => {
      throw unreadable(path, cause);
    });
    const query = parseSavedQuery(text, path);
    queries.set(query.name, query);
  }
  return queries;
}

function unreadable(path: string, cause: unknown): SavedQueryUnreadable {
  return new SavedQueryUnreadable('Cannot read saved queries: the file system refused', {
    remedy: 'Check that the folder of saved queries is there and may be read.',
    where: path,
    cause,
  });
}
