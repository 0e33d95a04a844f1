/**
 * Where JSON text breaks, as `line:column` counted from 1, taken from the error that `JSON.parse` threw.
 * V8 names the position in some messages, quotes the text around it in others, or says that the text ended.
 */
export function jsonErrorPlace(text: string, error: SyntaxError): string {
  return lineAndColumn(text, Math.min(brokenOffset(text, error.message), text.length));
}

function brokenOffset(text: string, message: string): number {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const quoted = /^Unexpected token '(.+?)', (\.\.\.)?"(.*?)"(?:\.\.\.)? is not valid JSON$/su.exec(message);
  if (quoted === null) return text.length;
  const [, token = '', cutOff, around = ''] = quoted;
  const start = Math.max(0, text.indexOf(around));
  return start + (cutOff === undefined ? Math.max(0, around.indexOf(token)) : QUOTED_BEFORE);
}

/** V8 quotes this many characters in front of the unexpected token. */
const QUOTED_BEFORE = 10;

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return `${line}:${offset - before.lastIndexOf('\n')}`;
}
