/** `*` in a policy: any run of characters, also none. */
export const ANY_RUN = Symbol('*');
/** `?` in a policy: exactly one character. */
export const ANY_ONE = Symbol('?');

/** A wildcard, or one character that stands for itself. */
export type GlobToken = string | typeof ANY_RUN | typeof ANY_ONE;

/** Reads `*` and `?` in a text; every other character stands for itself. */
export function globTokens(text: string): GlobToken[] {
  return Array.from(text, (character) => {
    if (character === '*') return ANY_RUN;
    return character === '?' ? ANY_ONE : character;
  });
}

/**
 * Whether the pattern matches the whole text. Only the last `*` is ever tried again, so the work is at most
 * pattern times text: policies come from whoever is under investigation, and must not be able to stall us.
 */
export function globMatches(pattern: readonly GlobToken[], text: string): boolean {
  const characters = Array.from(text);
  let at = 0;
  let next = 0;
  let retry: { at: number; next: number } | undefined;
  while (next < characters.length) {
    const token = pattern[at];
    if (token === ANY_RUN) {
      at += 1;
      retry = { at, next };
    } else if (token === ANY_ONE || token === characters[next]) {
      at += 1;
      next += 1;
    } else if (retry !== undefined) {
      retry.next += 1;
      ({ at, next } = retry);
    } else {
      return false;
    }
  }
  return pattern.slice(at).every((token) => token === ANY_RUN);
}
