import { type Comparison, comparisonOf } from './comparison.ts';

const W3C = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/;

/** One of the `Date…` operators: a moment on both sides. */
export function date(fits: (requested: number, written: number) => boolean): Comparison {
  return comparisonOf('a date of ISO 8601 with a zone, or epoch seconds', readMoment, fits);
}

/**
 * Milliseconds since 1970. Four digits are a year, other digits epoch seconds.
 * Source: IAM User Guide, "Condition operators", section "Date condition operators"; W3C note "Date and Time Formats".
 */
function readMoment(text: string): number | undefined {
  if (W3C.test(text)) {
    const moment = Date.parse(text);
    return Number.isNaN(moment) || !isDay(text.slice(0, 10)) ? undefined : moment;
  }
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : undefined;
}

/** The engine reads 30 February as 1 March, which would move a cut-off. */
function isDay(text: string): boolean {
  return new Date(`${text}${text.length === 10 ? 'T00:00Z' : ''}`).toISOString().startsWith(text);
}
