import type { QueryParameter, SavedQuery } from '@firebreak/athena';
import { savedQueries } from '../content.ts';
import { EXIT } from '../exit-codes.ts';
import { jsonText } from '../json/json-text.ts';
import { queryNamed } from '../query/query-named.ts';

export async function listCommand({ json }: { json?: boolean }): Promise<number> {
  const queries = [...(await savedQueries()).values()];
  const width = Math.max(...queries.map(({ name }) => name.length));
  for (const query of queries) {
    if (json) write(jsonText(inBrief(query)));
    else write(`${query.name.padEnd(width)}  ${query.title}`);
  }
  return EXIT.done;
}

export async function showCommand(name: string, { json }: { json?: boolean }): Promise<number> {
  const query = await queryNamed(name);
  if (json) {
    const { question, empty, techniques, findingTypes, sql } = query;
    write(jsonText({ ...inBrief(query), question, empty, techniques, findingTypes, sql }));
    return EXIT.done;
  }
  write(`${query.title}\n${query.question}\n`);
  for (const { name: parameter, type, required, default: value, description } of query.parameters) {
    write(`  ${parameter} (${type}${required ? ', required' : `, default ${value}`})  ${description}`);
  }
  write(`\n${query.sql.trimEnd()}\n\nEmpty: ${query.empty}`);
  return EXIT.done;
}

function inBrief({ name, title, parameters }: SavedQuery) {
  return { name, title, parameters: parameters.map(parameterInBrief) };
}

function parameterInBrief({ name, type, required, default: value, description, example }: QueryParameter) {
  return { name, type, required, default: value ?? null, description, example };
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
