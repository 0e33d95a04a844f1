import type { JournalEntry } from '../../event.ts';

/** Fields that steer the fold: a closed set of words, or times that firebreak writes itself. */
const STEERING = new Set(['type', 'kind', 'mode', 'how', 'outcome', 'purpose', 'effect', 'at', 'previous']);

/** The same entries with text put after every string and every name in a state that somebody else may have chosen. */
export function toldWith(entries: readonly JournalEntry[], text: string): readonly JournalEntry[] {
  return entries.map((entry) => marked(entry, text, false) as JournalEntry);
}

function marked(value: unknown, text: string, names: boolean): unknown {
  if (typeof value === 'string') return `${value}${text}`;
  if (Array.isArray(value)) return value.map((item) => marked(item, text, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      if (!names && STEERING.has(name) && isWord(value, name)) return [name, item];
      const free = names || ['before', 'after', 'observed', 'target', 'input'].includes(name);
      return [names ? `${name}${text}` : name, marked(item, text, free)];
    }),
  );
}

/** "How" is a word in an approval and a sentence in a proof; the type of a finding comes from outside. */
function isWord(entry: object, name: string): boolean {
  if (name === 'type') return 'seq' in entry;
  return name !== 'how' || ('type' in entry && entry.type === 'containment.approved');
}
