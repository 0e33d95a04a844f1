import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SavedQueryUnreadable, SetupInvalid } from '../errors.ts';

/** A file of `sql/tables`: one statement that makes a table, with `{{placeholders}}` in it. */
export interface TableFile {
  /** The name of the file and of the table. */
  readonly name: string;
  readonly path: string;
  /** The statement, without the comment above it. */
  readonly statement: string;
}

/**
 * Reads every `<name>.sql` of a folder of tables, by name.
 * @throws {SavedQueryUnreadable} when the folder or a file cannot be read.
 * @throws {SetupInvalid} when a file does not make the table that it is named after.
 */
export async function readTableFiles(folder: string): Promise<TableFile[]> {
  const unreadable = (where: string) => (cause: unknown) => {
    throw new SavedQueryUnreadable('Cannot read the tables: the file system refused', {
      remedy: 'Check that the folder sql/tables is there and may be read.',
      where,
      cause,
    });
  };
  const names = (await readdir(folder).catch(unreadable(folder))).filter((name) => name.endsWith('.sql'));
  return Promise.all(
    names.sort().map(async (file) => {
      const path = join(folder, file);
      return parseTableFile(await readFile(path, 'utf8').catch(unreadable(path)), path, file.slice(0, -4));
    }),
  );
}

export function parseTableFile(text: string, path: string, name: string): TableFile {
  const statement = text.replaceAll(/^\s*--.*\n/gm, '').trim();
  if (!statement.startsWith(`CREATE EXTERNAL TABLE {{database}}.${name} (`)) {
    throw new SetupInvalid('Cannot read a table: its file does not make the table that it is named after', {
      remedy: `Begin the statement with "CREATE EXTERNAL TABLE {{database}}.${name} (".`,
      where: path,
    });
  }
  return { name, path, statement };
}

/** Puts values in the place of placeholders. Athena's own templates, such as `${account}`, stay. */
export function fillIn(file: TableFile, values: Readonly<Record<string, string>>): string {
  return file.statement.replaceAll(/\{\{([\w-]+)\}\}/g, (_, placeholder: string) => {
    const value = Object.hasOwn(values, placeholder) ? values[placeholder] : undefined;
    if (value === undefined) {
      throw new SetupInvalid(`Cannot make ${file.name}: nothing is known to stand for {{${placeholder}}}`, {
        remedy: 'Use the placeholders that the other files of sql/tables use.',
        where: file.path,
      });
    }
    return value;
  });
}
