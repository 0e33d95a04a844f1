import { type Comparison, comparisonOf } from './comparison.ts';

/** One of the `Numeric…` operators: an integer or a decimal on both sides. */
export function numeric(fits: (requested: number, written: number) => boolean): Comparison {
  return comparisonOf('a number', readNumber, fits);
}

function readNumber(text: string): number | undefined {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
