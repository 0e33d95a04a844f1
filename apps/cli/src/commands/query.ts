import { bindParameters, type QueryParameter, type SavedQuery } from '@firebreak/athena';
import { csvCell, safeText } from '@firebreak/untrusted';
import { savedQueries } from '../content.ts';
import { UsageProblem } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import { noSuchQuery, type OpenedLogs, openLogs } from '../incident/open-logs.ts';
import { onLeaving } from '../interrupt.ts';
import { jsonText } from '../json/json-text.ts';
import { tableLines } from '../plain/table-lines.ts';

export async function listCommand({ json }: { json?: boolean }): Promise<number> {
  for (const query of (await savedQueries()).values()) {
    if (json) write(jsonText(inBrief(query)));
    else write(`${query.name.padEnd(20)} ${query.title}`);
  }
  return EXIT.done;
}

export async function showCommand(name: string, { json }: { json?: boolean }): Promise<number> {
  const query = await queryNamed(name);
  if (json) {
    write(jsonText({ ...inBrief(query), question: query.question, empty: query.empty, sql: query.sql }));
    return EXIT.done;
  }
  write(`${query.title}\n${query.question}\n`);
  for (const { name: parameter, type, required, default: value, description } of query.parameters) {
    write(`  ${parameter} (${type}${required ? ', required' : `, default ${value}`})  ${description}`);
  }
  write(`\n${query.sql.trimEnd()}\n\nEmpty: ${query.empty}`);
  return EXIT.done;
}

export interface RunFlags {
  readonly logs?: string;
  readonly param: readonly string[];
  readonly format: string;
}

export async function runCommand(name: string, { logs: path, param, format }: RunFlags): Promise<number> {
  const query = await queryNamed(name);
  const values = parametersOf(param);
  if (path === undefined) {
    throw new UsageProblem(`Cannot run query ${name}: there is nothing to read`, {
      remedy: 'Give a folder of CloudTrail files with --logs DIR.',
    });
  }
  // Wrong parameters are said before a long reading of logs.
  bindParameters(query, values, () => new Date());
  const { signal, release } = onLeaving();
  let logs: OpenedLogs | undefined;
  try {
    logs = await openLogs(path, { signal });
    const { columns, rows } = await logs.run(logs.bind(name, values).bound, signal);
    const names = columns.map((column) => column.name);
    if (format === 'json')
      write(
        jsonText(
          rows.map((row) => asObject(names, row)),
          2,
        ),
      );
    else if (format === 'ndjson') for (const row of rows) write(jsonText(asObject(names, row)));
    else if (format === 'csv')
      for (const row of [names, ...rows]) write(row.map((cell) => csvCell(plain(cell))).join(','));
    else if (rows.length === 0) write(`Nothing found. ${query.empty}`);
    else for (const line of tableLines(names, rows)) write(line);
    return EXIT.done;
  } finally {
    release();
    await logs?.close();
  }
}

async function queryNamed(name: string): Promise<SavedQuery> {
  const queries = await savedQueries();
  const query = queries.get(name);
  if (query === undefined) throw noSuchQuery(name, [...queries.keys()]);
  return query;
}

function inBrief({ name, title, parameters }: SavedQuery) {
  return { name, title, parameters: parameters.map(parameterInBrief) };
}

function parameterInBrief({ name, type, required, default: value }: QueryParameter) {
  return { name, type, required, default: value ?? null };
}

function parametersOf(given: readonly string[]): Record<string, string> {
  const entries = given.map((text) => {
    const at = text.indexOf('=');
    if (at > 0) return [text.slice(0, at), text.slice(at + 1)] as const;
    throw new UsageProblem(`Cannot use parameter ${safeText(text)}: there is no =`, {
      remedy: 'Write --param name=value, for example --param since=7d.',
    });
  });
  return Object.fromEntries(entries);
}

function asObject(names: readonly string[], row: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name, index) => [name, row[index] ?? null]));
}

function plain(cell: unknown): unknown {
  return typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : cell;
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
