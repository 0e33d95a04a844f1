/** Where the text of a field is: its first byte, and the first one behind it. */
export interface TextValue {
  readonly start: number;
  readonly end: number;
}

const LONGEST = 256;

/** The text that a field has, behind whose name `at` stands; nothing when its value is no text, or a long one. */
export function textValueAt(text: Buffer, at: number): TextValue | undefined {
  let here = skipSpace(text, at);
  if (text[here] !== COLON) return undefined;
  here = skipSpace(text, here + 1);
  if (text[here] !== QUOTE) return undefined;
  const start = here + 1;
  for (let end = start; end < start + LONGEST; end += 1) if (text[end] === QUOTE) return { start, end };
  return undefined;
}

function skipSpace(text: Buffer, at: number): number {
  let here = at;
  while (text[here] === 32 || text[here] === 10 || text[here] === 13 || text[here] === 9) here += 1;
  return here;
}

const QUOTE = 34;
const COLON = 58;
