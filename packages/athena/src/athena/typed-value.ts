import type { JsonValue } from '../query-engine.ts';

const TIMESTAMP = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?(?: (UTC|Z|[+-]\d\d:\d\d))?$/;

/**
 * A value out of GetQueryResults, where everything is text, as its column's type. Absent text is null; empty text is
 * empty text. Arrays, rows, maps, decimals and whatever else JSON has no form for stay as Athena wrote them.
 */
export function typedValue(text: string | undefined, type: string): JsonValue {
  if (text === undefined) return null;
  switch (type) {
    case 'tinyint':
    case 'smallint':
    case 'int':
    case 'integer':
    case 'bigint': {
      const number = Number(text);
      return /^-?\d+$/.test(text) && Number.isSafeInteger(number) ? number : text;
    }
    case 'float':
    case 'real':
    case 'double': {
      const number = Number(text);
      return text !== '' && Number.isFinite(number) ? number : text;
    }
    case 'boolean':
      return text === 'true' || text === 'false' ? text === 'true' : text;
    case 'timestamp':
    case 'timestamp with time zone':
      return isoTime(text);
    default:
      return text;
  }
}

/** Athena's timestamps are in UTC unless they name a zone. One that is named, not counted, stays as it is. */
function isoTime(text: string): string {
  const [, day = '', clock = '', fraction = '', zone = 'UTC'] = TIMESTAMP.exec(text) ?? [];
  if (day === '') return text;
  const kept = /^0*$/.test(fraction) ? '' : `.${fraction}`;
  if (zone === 'UTC' || zone === 'Z') return `${day}T${clock}${kept}Z`;
  const whole = new Date(`${day}T${clock}${zone}`);
  return Number.isNaN(whole.getTime()) ? text : whole.toISOString().replace('.000Z', `${kept}Z`);
}
