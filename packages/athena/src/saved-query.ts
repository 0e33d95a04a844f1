import { basename } from 'node:path';
import { type HeaderEntry, itemsOf, malformed, type Piece, proseOf, splitHeader } from './query-header.ts';
import { parseParameter, type QueryParameter } from './query-parameter.ts';
import { checkStatement } from './query-statement.ts';
import { standardParameters } from './standard-parameters.ts';

/** One file `sql/<name>.sql`: a question to the logs, in Athena's dialect, with what a reader needs to ask it. */
export interface SavedQuery {
  /** The file's name without `.sql`. */
  readonly name: string;
  readonly title: string;
  /** What the query answers, as a question. */
  readonly question: string;
  readonly parameters: QueryParameter[];
  /**
   * What is bound to each `?`, in order: a parameter's name, or for a time also `<name>.day` and `<name>.next-day`,
   * which are its `day` partition and the one after. A name may be used more than once.
   */
  readonly bindings: string[];
  /**
   * Parameters whose value stands literally in every record that can match, so that a local engine may look for its
   * bytes first and parse only the records that hold it.
   */
  readonly hunt: string[];
  /** MITRE ATT&CK technique ids. */
  readonly techniques: string[];
  /** GuardDuty finding types whose runbooks ask this. */
  readonly findingTypes: string[];
  /** What it means when no row comes back. */
  readonly empty: string;
  /** The statement without the header. */
  readonly sql: string;
  readonly path: string;
}

const REQUIRED = ['title', 'question', 'bindings', 'techniques', 'finding types', 'empty'] as const;
const OPTIONAL = ['window', 'scope', 'hunt'] as const;
const KEYS = [...REQUIRED, ...OPTIONAL];
type Key = (typeof KEYS)[number];

/**
 * Reads a saved query: a header of `-- key: value` lines, a blank line, one SQL statement.
 * @param path names the query and stands in errors; nothing is read from it.
 * @throws {SavedQueryMalformed} when a key is unknown, missing or given twice, a value has the wrong form, or the
 * statement's `?` do not match the bindings.
 */
export function parseSavedQuery(text: string, path: string): SavedQuery {
  const { entries, body, bodyLine } = splitHeader(text, path);
  const found = new Map<Key, HeaderEntry>();
  const parameters = new Map<string, { parameter: QueryParameter; key: Piece }>();
  for (const entry of entries) {
    const { key } = entry;
    const known = KEYS.find((name) => name === key.text);
    if (key.text.startsWith('parameter ')) {
      const parameter = parseParameter(entry, path);
      if (parameters.has(parameter.name)) throw twice(path, key);
      parameters.set(parameter.name, { parameter, key });
    } else if (known === undefined) {
      throw malformed(path, key, `unknown header key "${key.text}"`, {
        remedy: `Use one of: ${KEYS.join(', ')}, parameter <name>.`,
      });
    } else {
      if (found.has(known)) throw twice(path, key);
      found.set(known, entry);
    }
  }
  const read = (key: (typeof REQUIRED)[number]) => linesOf(found, key, { path, line: bodyLine });
  for (const { parameter, key } of standardParameters(found.get('window'), found.get('scope'), path)) {
    if (parameters.has(parameter.name)) throw twice(path, key);
    parameters.set(parameter.name, { parameter, key });
  }
  const declared = [...parameters.values()];
  const bindings = itemsOf(read('bindings'));
  checkBindings(bindings, declared, path);
  const header = {
    title: proseOf(read('title')),
    question: proseOf(read('question')),
    techniques: listOf(read('techniques'), path, TECHNIQUE),
    findingTypes: listOf(read('finding types'), path, FINDING_TYPE),
    empty: proseOf(read('empty')),
    hunt: huntedOf(found.get('hunt'), declared, path),
  };
  const sql = checkStatement({ body, line: bodyLine, path, bindings });
  return {
    name: basename(path, '.sql'),
    ...header,
    parameters: declared.map(({ parameter }) => parameter),
    bindings: bindings.map((binding) => binding.text),
    sql,
    path,
  };
}

function linesOf(
  found: Map<Key, HeaderEntry>,
  key: Key,
  at: { path: string; line: number },
): readonly Piece[] {
  const entry = found.get(key);
  if (entry === undefined) {
    throw malformed(at.path, { line: at.line, column: 1 }, `the header has no "${key}"`, {
      remedy: `Add a line "-- ${key}: …" above the statement.`,
    });
  }
  if (proseOf(entry.lines) === '') {
    throw malformed(at.path, entry.key, `"${key}" is empty`, { remedy: `Give "${key}" a value.` });
  }
  return entry.lines;
}

interface ItemForm {
  readonly form: RegExp;
  readonly what: string;
  readonly example: string;
}

const TECHNIQUE: ItemForm = { form: /^T\d{4}(?:\.\d{3})?$/, what: 'technique id', example: 'T1078.004' };
const FINDING_TYPE: ItemForm = {
  form: /^[A-Za-z]+:[A-Za-z0-9]+\/[A-Za-z0-9&.!-]+$/,
  what: 'finding type',
  example: 'Recon:IAMUser/TorIPCaller',
};

function listOf(lines: readonly Piece[], path: string, { form, what, example }: ItemForm): string[] {
  return itemsOf(lines).map((item) => {
    if (form.test(item.text)) return item.text;
    throw malformed(path, item, `"${item.text}" is no ${what}`, {
      remedy: `Write a list such as "${example}", separated by commas.`,
    });
  });
}

function checkBindings(
  bindings: readonly Piece[],
  declared: readonly { parameter: QueryParameter; key: Piece }[],
  path: string,
): void {
  const allowed = declared.flatMap(({ parameter: { name, type } }) =>
    type === 'time' ? [name, `${name}.day`, `${name}.next-day`] : [name],
  );
  const stray = bindings.find(({ text }) => !allowed.includes(text));
  if (stray !== undefined) {
    throw malformed(path, stray, `binding "${stray.text}" names no parameter`, {
      remedy: `Use one of: ${allowed.join(', ')}.`,
    });
  }
  const idle = declared.find(
    ({ parameter: { name } }) => !bindings.some(({ text }) => text === name || text.startsWith(`${name}.`)),
  );
  if (idle !== undefined) {
    throw malformed(path, idle.key, `parameter ${idle.parameter.name} is not bound`, {
      remedy: 'Name it in "bindings", or take it out.',
    });
  }
}

function huntedOf(
  entry: HeaderEntry | undefined,
  declared: readonly { parameter: QueryParameter }[],
  path: string,
): string[] {
  const required = declared
    .filter(({ parameter }) => parameter.required)
    .map(({ parameter }) => parameter.name);
  return itemsOf(entry?.lines ?? []).map((item) => {
    if (required.includes(item.text)) return item.text;
    throw malformed(path, item, `"${item.text}" is no required parameter, so it cannot be hunted`, {
      remedy: `Name a required parameter${required.length === 0 ? '' : `: ${required.join(', ')}`}.`,
    });
  });
}

function twice(path: string, key: Piece): Error {
  return malformed(path, key, `"${key.text}" is given twice`, { remedy: 'Keep one of them.' });
}
