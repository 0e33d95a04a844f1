import type { SqlToken } from '../sql-token.ts';

/** Where a name first stands in a statement, as an offset; the statement's start when it stands nowhere. */
export function placeOfWord(tokens: readonly SqlToken[], name: string): number {
  const word = name.toLowerCase();
  const token = tokens.find(
    ({ kind, text }) =>
      (kind === 'word' && text.toLowerCase() === word) ||
      (kind === 'quoted-name' && text.slice(1, -1).toLowerCase() === word),
  );
  return token?.offset ?? 0;
}
