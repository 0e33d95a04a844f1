import { gunzipWhole, isGzip } from './gunzip-whole.ts';
import { unwrapRecords } from './unwrap-records.ts';

/**
 * The values in a file that is in order and in memory, the fast way: all of it inflated and parsed in one go. Nothing
 * when anything is wrong with it; {@link streamedLog} says then what, and reads what is whole.
 */
export function wholeLog(bytes: Buffer): unknown[] | undefined {
  const text = isGzip(bytes) ? gunzipWhole(bytes) : bytes;
  if (text === undefined) return undefined;
  const documents = parsed(withoutMark(text).toString());
  if (documents === undefined) return undefined;
  const values: unknown[] = [];
  let isBroken = false;
  unwrapRecords(documents, values, () => {
    isBroken = true;
  });
  return isBroken ? undefined : values;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parsedLines(text);
  }
}

function parsedLines(text: string): unknown[] | undefined {
  const values: unknown[] = [];
  try {
    for (let start = 0, end = text.indexOf('\n'); start < text.length; end = text.indexOf('\n', start)) {
      const line = text.slice(start, end < 0 ? text.length : end);
      start = end < 0 ? text.length : end + 1;
      if (line.trim() !== '') values.push(JSON.parse(line));
    }
  } catch {
    return undefined;
  }
  return values.length === 0 ? undefined : values;
}

function withoutMark(text: Buffer): Buffer {
  return text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf ? text.subarray(3) : text;
}
