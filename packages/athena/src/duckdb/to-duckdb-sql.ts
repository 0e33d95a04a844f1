import { type SqlToken, sqlTokens } from '../sql-token.ts';

/** Texts of a statement's tokens, changed in place, beside the tokens they came from. */
interface Draft {
  readonly tokens: readonly SqlToken[];
  readonly texts: string[];
}

/** Changes the draft around one word that begins at the index. `next` is the token after it. */
type Rule = (draft: Draft, index: number, next: number) => void;

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['array', arrayType],
  ['any_match', (draft, index, next) => matcher(draft, index, next, 'any_of')],
  ['all_match', (draft, index, next) => matcher(draft, index, next, 'all_of')],
  ['none_match', (draft, index, next) => matcher(draft, index, next, 'NOT any_of')],
  ['if', twoArmedIf],
  ['transform', (draft, index, next) => rename(draft, index, next, 'list_transform')],
  ['filter', filterFunction],
  ['ipaddress', addressLiteral],
  ['cast', addressCast],
  ['try_cast', addressCast],
  ['contains', addressContains],
]);

/** Words that DuckDB reserves and Athena does not. */
const RESERVED = new Set(
  'asof anti at describe glob lambda pivot positional qualify semi show summarize unpivot'.split(' '),
);

/**
 * Athena's SQL as DuckDB reads it: the few differences of syntax that a macro cannot express. Works on tokens, so
 * quoted text, quoted names, comments and every `?` stay as they are.
 */
export function toDuckDbSql(sql: string): string {
  const tokens = sqlTokens(sql);
  const draft = { tokens, texts: tokens.map(({ text }) => text) };
  tokens.forEach(({ kind, text }, index) => {
    if (kind !== 'word') return;
    const word = text.toLowerCase();
    const next = step(draft, index, 1);
    RULES.get(word)?.(draft, index, next);
    if (RESERVED.has(word) && !isOpening(draft, next) && !isTimeZone(draft, word, next))
      draft.texts[index] = `"${text}"`;
  });
  return draft.texts.join('');
}

/** `ARRAY(T)` and `ARRAY<T>` are written `T[]`. */
function arrayType(draft: Draft, index: number, next: number): void {
  const open = draft.tokens[next]?.text;
  if (open !== '(' && open !== '<') return;
  const end = closing(draft, next);
  if (end === undefined) return;
  draft.texts[index] = '';
  draft.texts[next] = '';
  draft.texts[end] = '[]';
}

/** `any_match(a, x -> …)` is a fold over the transformed list. */
function matcher(draft: Draft, index: number, next: number, fold: string): void {
  const end = closing(draft, next);
  if (!isOpening(draft, next) || end === undefined) return;
  draft.texts[index] = `${fold}(list_transform`;
  draft.texts[end] = '))';
}

/** `if(condition, value)` needs its third argument spelled out. */
function twoArmedIf(draft: Draft, _index: number, next: number): void {
  const end = closing(draft, next);
  if (!isOpening(draft, next) || end === undefined) return;
  let depth = 0;
  let commas = 0;
  for (const { text } of draft.tokens.slice(next, end)) {
    if (text === '(' || text === '[') depth += 1;
    else if (text === ')' || text === ']') depth -= 1;
    else if (text === ',' && depth === 1) commas += 1;
  }
  if (commas === 1) draft.texts[end] = ', NULL)';
}

function rename(draft: Draft, index: number, next: number, name: string): void {
  if (isOpening(draft, next)) draft.texts[index] = name;
}

/** `filter(array, x -> …)`, but not the clause of an aggregate, `count(*) FILTER (WHERE …)`. */
function filterFunction(draft: Draft, index: number, next: number): void {
  if (draft.tokens[step(draft, index, -1)]?.text !== ')') rename(draft, index, next, 'list_filter');
}

function addressLiteral(draft: Draft, index: number, next: number): void {
  if (draft.tokens[next]?.kind !== 'text') return;
  draft.texts[index] = 'to_ip(';
  draft.texts[next] = `${draft.texts[next]})`;
}

/** `CAST(x AS IPADDRESS)` is a function call. */
function addressCast(draft: Draft, index: number, next: number): void {
  const end = closing(draft, next);
  if (!isOpening(draft, next) || end === undefined) return;
  const type = step(draft, end, -1);
  if (draft.tokens[type]?.text.toLowerCase() !== 'ipaddress') return;
  draft.texts[index] = 'to_ip';
  draft.texts[type] = '';
  draft.texts[step(draft, type, -1)] = '';
}

/** `contains(network, address)` is told from `contains(array, item)` by the type that its arguments name. */
function addressContains(draft: Draft, index: number, next: number): void {
  const end = closing(draft, next);
  if (!isOpening(draft, next) || end === undefined) return;
  const names = draft.tokens.slice(next, end).some(({ text }) => text.toLowerCase() === 'ipaddress');
  if (names) draft.texts[index] = 'cidr_contains';
}

/** The index of the next token that is no space, in one direction; beyond the ends when there is none. */
function step({ tokens }: Draft, from: number, direction: 1 | -1): number {
  let index = from + direction;
  while (tokens[index]?.kind === 'space') index += direction;
  return index;
}

function closing({ tokens }: Draft, open: number): number | undefined {
  const from = tokens[open]?.text;
  const to = from === '<' ? '>' : ')';
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    const text = tokens[index]?.text;
    if (text === from) depth += 1;
    else if (text === to) {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return undefined;
}

function isOpening({ tokens }: Draft, index: number): boolean {
  return tokens[index]?.text === '(';
}

function isTimeZone({ tokens }: Draft, word: string, next: number): boolean {
  return word === 'at' && tokens[next]?.text.toLowerCase() === 'time';
}
