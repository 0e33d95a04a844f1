import type { AskRows } from '../lineage/row-source.ts';
import { LINEAGE_CALLS } from '../lineage/row-source.ts';

type Row = Readonly<Record<string, unknown>>;

const JSON_COLUMNS = new Set(['requestparameters', 'responseelements', 'additionaleventdata']);

/** A record as a row of a table in Athena: names in lower case, payloads as JSON text, nothing absent from a struct. */
export function rowOf(record: Row): Row {
  const row: Record<string, unknown> = { day: '2026/09/14', eventcategory: null };
  for (const [name, value] of Object.entries(record)) {
    const column = name.toLowerCase();
    row[column] = JSON_COLUMNS.has(column)
      ? value === null
        ? null
        : JSON.stringify(value)
      : lowerCased(value);
  }
  return row;
}

/** Answers the questions of a row source from records, as queries over a table would. */
export function askRows(records: readonly Row[], asked: string[] = []): AskRows {
  return async function* (question, value) {
    asked.push(`${question} ${value ?? ''}`.trim());
    for (const record of records) {
      const identity = (record['userIdentity'] ?? {}) as Row;
      const isWanted =
        question === 'issuances'
          ? LINEAGE_CALLS.includes(String(record['eventName'])) && record['errorCode'] === undefined
          : question === 'calls-by-key'
            ? identity['accessKeyId'] === value
            : String(identity['arn']).endsWith(`/${value}`);
      if (isWanted) yield rowOf(record);
    }
  };
}

function lowerCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerCased);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, content]) => [name.toLowerCase(), lowerCased(content)]);
  return { invokedby: null, onbehalfof: { userid: null }, ...Object.fromEntries(fields) };
}
