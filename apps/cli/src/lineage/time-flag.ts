import { UsageProblem } from '../errors.ts';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
/** A day, or a day and a clock; without a zone it is in UTC. */
const TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * A time as ISO 8601 in UTC: of itself, or as long ago as `7d` or `36h` says. A day is taken whole: it begins the time
 * span that it begins, and ends the one that it ends.
 *
 * @throws {UsageProblem} when it is no time.
 */
export function timeFlag(flag: '--since' | '--until', text: string, now: number = Date.now()): string {
  const [, amount, unit = ''] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  const time = amount === undefined ? momentOf(flag, text) : now - Number(amount) * (UNITS[unit] ?? 0);
  if (!Number.isNaN(time)) return new Date(time).toISOString().replace('.000Z', 'Z');
  throw new UsageProblem(`Cannot read ${flag}: "${text.slice(0, 128)}" is no time`, {
    remedy: 'Use 7d, 36h, a day such as 2026-09-14, or a time such as 2026-09-14T08:00:00Z.',
  });
}

function momentOf(flag: '--since' | '--until', text: string): number {
  if (!TIME.test(text)) return Number.NaN;
  if (!text.includes('T')) return Date.parse(`${text}T${flag === '--since' ? '00:00:00' : '23:59:59'}Z`);
  return Date.parse(/(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`);
}
