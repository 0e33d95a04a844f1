import { utcTime } from '@firebreak/cloudtrail';
import { TRAIL_COLUMNS, type TrailFields, type TrailType } from '../trail-table.ts';

type JsonObject = Readonly<Record<string, unknown>>;
type Row = Record<string, unknown>;

/**
 * A CloudTrail record as a row of the table: known fields under lower-case names, each of its column's type.
 * A field of another type turns into its JSON text where the column is text, else into null; unknown fields are
 * dropped. The partition columns are added when the record does not bring them. A time is written as CloudTrail does,
 * in whole seconds of UTC, since queries compare times as text.
 */
export function trailRow(record: JsonObject): Row {
  const row = structOf(record, TRAIL_COLUMNS);
  const identity = isObject(record['userIdentity']) ? record['userIdentity'] : {};
  const account =
    textOf(record['account']) ?? textOf(record['recipientAccountId']) ?? textOf(identity['accountId']);
  const region = textOf(record['region']) ?? textOf(record['awsRegion']);
  const time = timeOf(textOf(record['eventTime']));
  return { ...row, ...(time && { eventtime: time }), account, region, day: dayOf(record, time) };
}

/** JSON text without lone surrogates, which JavaScript lets pass but JSON readers refuse; null when there is none. */
export function jsonText(value: unknown): string | null {
  try {
    const text: string | undefined = JSON.stringify(value);
    return (
      text?.replace(/\\(?:u(?<lone>d[89a-f][0-9a-f]{2})|.)/g, (written, lone) => {
        return lone === undefined ? written : '\ufffd';
      }) ?? null
    );
  } catch {
    // No JSON can hold it, such as a cycle.
    return null;
  }
}

function structOf(value: JsonObject, fields: TrailFields): Row {
  const row: Row = {};
  for (const [name, content] of Object.entries(value)) {
    const column = name.toLowerCase();
    const type = Object.hasOwn(fields, column) ? fields[column] : undefined;
    if (type !== undefined) row[column] = typed(content, type);
  }
  return row;
}

function typed(value: unknown, type: TrailType): unknown {
  if (type === 'text' || type === 'json') return textOf(value);
  if (type === 'map') {
    if (!isObject(value)) return null;
    return Object.fromEntries(Object.entries(value).map(([key, content]) => [key, textOf(content)]));
  }
  if ('struct' in type) return isObject(value) ? structOf(value, type.struct) : null;
  if (!Array.isArray(value)) return null;
  return value.filter(isObject).map((item) => structOf(item, type.listOf));
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? null : jsonText(value);
}

function timeOf(text: string | null): string | undefined {
  if (text === null) return undefined;
  return utcTime(text)?.replace(/\.\d+Z$/, 'Z');
}

function dayOf({ day }: JsonObject, time: string | undefined): string | null {
  if (typeof day === 'string' && /^\d{4}\/\d\d\/\d\d$/.test(day)) return day;
  return time?.slice(0, 'yyyy-mm-dd'.length).replaceAll('-', '/') ?? null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
