/** What {@link parseWhole} returns for text that is no JSON object or list by itself. No JSON value is it. */
export const NOT_WHOLE: unique symbol = Symbol('not a whole document');

/** Parses text that looks like an object or a list; anything else is not tried, since a failed try is slow. */
export function parseWhole(text: string): unknown {
  const first = text.charCodeAt(0);
  if (first !== OPEN_OBJECT && first !== OPEN_LIST) return NOT_WHOLE;
  let last = text.length - 1;
  while (last > 0 && text.charCodeAt(last) <= SPACE) last -= 1;
  if (text.charCodeAt(last) !== first + 2) return NOT_WHOLE;
  try {
    return JSON.parse(text);
  } catch {
    return NOT_WHOLE;
  }
}

/** Text without the byte order mark that Windows tools put in front. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
}

export function isBlank(text: string): boolean {
  return !/\S/.test(text);
}

export function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

const SPACE = 32;
const OPEN_LIST = 91;
const OPEN_OBJECT = 123;
const BYTE_ORDER_MARK = 0xfeff;
