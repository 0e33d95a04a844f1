import { UsageProblem } from '../errors.ts';

const UNITS: Readonly<Record<string, number>> = { KB: 2 ** 10, MB: 2 ** 20, GB: 2 ** 30, TB: 2 ** 40 };

/** Reads `10GB`, `500MB`. As AWS counts for Athena, a gigabyte is 2^30 bytes. @throws {UsageProblem} for other text. */
export function byteCount(text: string, flag: string): number {
  const { count, unit = '' } =
    /^(?<count>\d{1,9}(?:\.\d{1,3})?) ?(?<unit>[KMGT]B)$/i.exec(text)?.groups ?? {};
  const bytes = Math.round(Number(count) * (UNITS[unit.toUpperCase()] ?? Number.NaN));
  if (bytes > 0) return bytes;
  throw new UsageProblem(`Cannot read ${flag}: it is no size`, {
    remedy: `Give a size with its unit, such as ${flag} 10GB.`,
  });
}

/** Bytes for people: `0 B`, `1.2 MB`, `3.4 GB`. */
export function bytesText(bytes: number): string {
  let value = bytes;
  let unit = 'B';
  for (const next of ['KB', 'MB', 'GB', 'TB']) {
    if (value < 1_024) break;
    value /= 1_024;
    unit = next;
  }
  return unit === 'B' ? `${value} B` : `${value.toFixed(1)} ${unit}`;
}
