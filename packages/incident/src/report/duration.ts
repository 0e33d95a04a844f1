const UNITS = [
  ['day', 'd', 86_400_000],
  ['hour', 'h', 3_600_000],
  ['minute', 'min', 60_000],
  ['second', 's', 1_000],
] as const;

/** A time of ISO 8601 in milliseconds, or nothing for text that is none. */
export function readTime(text: string | null | undefined): number | undefined {
  // Only full dates with a zone: Date.parse() also accepts "1", in local time.
  if (text === null || text === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/.test(text))
    return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** "2 days 3 hours": the two largest units. The sign is left to the sentence around it. */
export function durationInWords(milliseconds: number): string {
  return (
    parts(milliseconds)
      .map(([count, word]) => `${count} ${word}${count === 1 ? '' : 's'}`)
      .join(' ') || 'less than a second'
  );
}

/** "2 d 3 h": the same for places where words do not fit. */
export function shortDuration(milliseconds: number): string {
  return (
    parts(milliseconds)
      .map(([count, , short]) => `${count} ${short}`)
      .join(' ') || '< 1 s'
  );
}

/** "2026-03-02 14:03:22Z", or the text as it is when it is no time. */
export function utcTime(text: string): string {
  const time = readTime(text);
  return time === undefined ? text : `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

function parts(milliseconds: number): [count: number, word: string, short: string][] {
  let rest = Math.abs(milliseconds);
  const counts = UNITS.map(([word, short, size]): [number, string, string] => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return [count, word, short];
  });
  const first = counts.findIndex(([count]) => count > 0);
  return first < 0 ? [] : counts.slice(first, first + 2).filter(([count]) => count > 0);
}
