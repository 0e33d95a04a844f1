import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ConfigInvalid, ConfigMissing } from '../errors.ts';
import type { FirebreakConfig } from './config-schema.ts';

/** A configuration, and the file that it stands in. */
export interface FoundConfig {
  readonly path: string;
  readonly config: FirebreakConfig;
}

export interface FindConfigOptions {
  /** The file that was named. `FIREBREAK_CONFIG` when absent; then the nearest in `from` or above. */
  readonly file?: string | undefined;
  readonly from?: string;
}

export const CONFIG_FILE = 'firebreak.yaml';

/**
 * Reads the configuration: the file that was named, else the nearest `firebreak.yaml` in the folder or above.
 * Undefined when none was named and none is there.
 *
 * @throws {ConfigMissing} when a file that was named or found cannot be read.
 * @throws {ConfigInvalid} when it has mistakes; its `where` has a line `file:line:column: what` for each.
 */
export async function findConfig({
  file = process.env['FIREBREAK_CONFIG'] || undefined,
  from = process.cwd(),
}: FindConfigOptions = {}): Promise<FoundConfig | undefined> {
  if (file !== undefined) {
    const text = await textOf(file);
    if (text === undefined)
      throw new ConfigMissing('Cannot read the configuration: there is no such file', {
        where: file,
        remedy: 'Name a file that is there with --config or FIREBREAK_CONFIG, or write one: firebreak init.',
      });
    return { path: file, config: await parseConfig(file, text) };
  }
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const path = join(folder, CONFIG_FILE);
    const text = await textOf(path);
    if (text !== undefined) return { path, config: await parseConfig(path, text) };
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * Reads the text of a configuration.
 *
 * @param path where it stands or will stand, for its mistakes.
 * @throws {ConfigInvalid} as {@link findConfig} does.
 */
export async function parseConfig(path: string, text: string): Promise<FirebreakConfig> {
  // YAML and schema are loaded only where there is a file to read.
  const { readConfig } = await import('./read-config.ts');
  const read = readConfig(text);
  if (!isFaults(read)) return read;
  const count = read.length === 1 ? 'it has a mistake' : `it has ${read.length} mistakes`;
  throw new ConfigInvalid(`Cannot use the configuration: ${count}`, {
    where: read.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`).join('\n'),
    remedy: 'Correct the lines that are named. docs/configuration.md lists the keys.',
  });
}

function isFaults<T>(read: FirebreakConfig | readonly T[]): read is readonly T[] {
  return Array.isArray(read);
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new ConfigMissing('Cannot read the configuration: the file system refused', {
      where: path,
      remedy: 'Make the file readable, or name another one with --config.',
      cause,
    });
  }
}
