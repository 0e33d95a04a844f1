import type { QueryParameter, SavedQuery } from '../packages/athena/src/index.ts';
import { markdownText } from '../packages/untrusted/src/index.ts';

/** The page about the saved queries, from their headers: a table of all, then what each one asks and answers. */
export function queryPage(queries: ReadonlyMap<string, SavedQuery>): string {
  const all = [...queries.values()];
  return [
    '# The saved queries',
    '<!-- Written by tools/write-tables.ts from the headers in sql/. -->',
    `${all.length} questions to the CloudTrail logs. [Saved queries](queries.md) says how they are written and run.`,
    ['| query | what the rows are |', '|---|---|', ...all.map(inBrief)].join('\n'),
    ...all.map(section),
    '',
  ].join('\n\n');
}

function inBrief({ name, title }: SavedQuery): string {
  return `| [\`${name}\`](#${name}) | ${markdownText(title)} |`;
}

function section(query: SavedQuery): string {
  const { name, title, question, parameters, techniques, findingTypes, empty } = query;
  return [
    `## ${name}`,
    `${markdownText(title)}. *${markdownText(question)}*`,
    ['| parameter | type | default | meaning |', '|---|---|---|---|', ...parameters.map(parameterRow)].join(
      '\n',
    ),
    `No row: ${markdownText(empty)}`,
    `ATT&CK: ${techniques.join(', ')}. For: ${findingTypes.map((type) => `\`${type}\``).join(', ')}.`,
    `\`\`\`sh\nnpx firebreak query run ${name} --logs AWSLogs/${exampleOf(parameters)}\n\`\`\``,
  ].join('\n\n');
}

function parameterRow({ name, type, required, default: value, description }: QueryParameter): string {
  const otherwise = required ? 'required' : `\`${value ?? ''}\``;
  return `| \`${name}\` | \`${type}\` | ${otherwise} | ${markdownText(description)} |`;
}

function exampleOf(parameters: readonly QueryParameter[]): string {
  const required = parameters.filter(({ required: must }) => must);
  return required.map(({ name, example }) => ` --param ${name}=${shellSafe(example)}`).join('');
}

function shellSafe(text: string): string {
  return /^[\w./:@,+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
