import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSavedQueries, type SavedQuery } from '@firebreak/athena';
import { ACTIONS } from '@firebreak/containment';
import { type Runbook, readRunbook, runbookPaths, type Vocabulary } from '@firebreak/runbook';

/** The folder that holds `runbooks/`, `sql/` and the scenarios: the nearest one above the program. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));
export const RUNBOOKS = join(ROOT, 'runbooks');
export const QUERIES = join(ROOT, 'sql');
export const TABLES = join(QUERIES, 'tables');
export const SCENARIOS = join(ROOT, 'packages', 'drill', 'scenarios');

let queries: Promise<ReadonlyMap<string, SavedQuery>> | undefined;

/** The saved queries, read once. */
export function savedQueries(): Promise<ReadonlyMap<string, SavedQuery>> {
  queries ??= readSavedQueries(QUERIES);
  return queries;
}

/** The files of saved queries, readable or not. */
export async function queryPaths(): Promise<string[]> {
  const names = await readdir(QUERIES);
  return names
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => join(QUERIES, name));
}

/** What runbooks may name. */
export async function vocabulary(): Promise<Vocabulary> {
  const queries = [...(await savedQueries()).values()].map(
    ({ name, parameters }) => [name, parameters] as const,
  );
  const actions = ACTIONS.map(
    ({ name, target }) =>
      [name, Object.keys(target).map((field) => ({ name: field, required: true }))] as const,
  );
  return { queries: new Map(queries), actions: new Map(actions) };
}

/** Every runbook, without a mistake. @throws {RunbookMalformed} at the first that has one. */
export async function allRunbooks(): Promise<Runbook[]> {
  const words = await vocabulary();
  const paths = await runbookPaths(RUNBOOKS);
  return Promise.all(paths.map((path) => readRunbook(path, words, new Date())));
}

function findRoot(from: string): string {
  if (existsSync(join(from, 'runbooks')) && existsSync(join(from, 'sql'))) return from;
  const above = dirname(from);
  return above === from ? process.cwd() : findRoot(above);
}
