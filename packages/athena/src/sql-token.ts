/** What a piece of SQL text is: `space` is white space or a comment, `word` a keyword or plain identifier. */
export type SqlTokenKind = 'space' | 'text' | 'quoted-name' | 'word' | 'number' | 'symbol' | 'unclosed';

export interface SqlToken {
  readonly kind: SqlTokenKind;
  readonly text: string;
  /** Position in the whole text, from 0. */
  readonly offset: number;
}

const TOKEN = new RegExp(
  [
    String.raw`(?<space>\s+|--[^\n]*|/\*[\s\S]*?\*/)`,
    "(?<text>'(?:[^']|'')*')",
    '(?<name>"(?:[^"]|"")*")',
    '(?<word>[A-Za-z_][A-Za-z0-9_$]*)',
    String.raw`(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)`,
    String.raw`(?<unclosed>['"]|/\*)`,
    String.raw`->|<>|!=|>=|<=|\|\||[\s\S]`,
  ].join('|'),
  'g',
);

/** Cuts SQL into tokens that, joined, give the same text again. Never throws. */
export function sqlTokens(sql: string): SqlToken[] {
  return Array.from(sql.matchAll(TOKEN), (match) => ({
    kind: kindOf(match.groups ?? {}),
    text: match[0],
    offset: match.index,
  }));
}

function kindOf(groups: Record<string, string | undefined>): SqlTokenKind {
  if (groups['space'] !== undefined) return 'space';
  if (groups['text'] !== undefined) return 'text';
  if (groups['name'] !== undefined) return 'quoted-name';
  if (groups['word'] !== undefined) return 'word';
  if (groups['number'] !== undefined) return 'number';
  return groups['unclosed'] === undefined ? 'symbol' : 'unclosed';
}
