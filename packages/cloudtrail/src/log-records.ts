import { jsonErrorPlace } from '@firebreak/problem';
import { LogUnreadable } from './errors.ts';
import { isObject } from './json-object.ts';

/**
 * The records in the text of one log file: a delivery file (`{"Records":[…]}`), an array, JSON lines, a LookupEvents
 * answer (records as JSON text in `CloudTrailEvent`), or a single record. The shape is detected. Values that are no
 * CloudTrail record come through too; the caller decides.
 *
 * @throws {LogUnreadable} with line and column where the JSON breaks.
 */
export function logRecords(text: string, path: string): unknown[] {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return unwrap(JSON.parse(source));
  } catch (whole) {
    const lines = jsonLines(source);
    if (lines !== undefined) return lines.flatMap(unwrap);
    throw new LogUnreadable('Cannot read log file: the text is not JSON', {
      where: `${path}:${jsonErrorPlace(source, whole as SyntaxError)}`,
      remedy: 'Fetch the file from the bucket again, or move it out of the folder to go on without it.',
      cause: whole,
    });
  }
}

/** Parses each line by itself; nothing when the first line alone is no JSON object, so that this is no such file. */
function jsonLines(text: string): unknown[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  try {
    return lines.length > 1 ? lines.map((line) => JSON.parse(line) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

function unwrap(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return [value];
  if (Array.isArray(value['Records'])) return value['Records'];
  if (Array.isArray(value['Events'])) return value['Events'].map(lookedUp);
  return [value];
}

function lookedUp(event: unknown): unknown {
  if (!isObject(event) || typeof event['CloudTrailEvent'] !== 'string') return event;
  return JSON.parse(event['CloudTrailEvent']);
}
