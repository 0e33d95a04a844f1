/**
 * Each entry once, in the order of first mention; an entry that leaves open (null) what another one says gives its place
 * to that one.
 */
export function mostSpecific<Entry extends object>(entries: readonly Entry[]): Entry[] {
  const distinct = withoutRepeats(entries);
  return withoutRepeats(distinct.map((entry) => mostSpecificOf(entry, distinct)));
}

function withoutRepeats<Entry extends object>(entries: readonly Entry[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    const text = JSON.stringify(Object.values(entry));
    if (!found.has(text)) found.set(text, entry);
  }
  return [...found.values()];
}

function mostSpecificOf<Entry extends object>(entry: Entry, entries: readonly Entry[]): Entry {
  const better = entries.find((other) => saysMore(other, entry));
  return better === undefined ? entry : mostSpecificOf(better, entries);
}

function saysMore<Entry extends object>(other: Entry, entry: Entry): boolean {
  const fields = Object.keys(entry) as (keyof Entry)[];
  return (
    fields.every((field) => entry[field] === null || entry[field] === other[field]) &&
    fields.some((field) => entry[field] !== other[field])
  );
}
