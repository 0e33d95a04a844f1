import type { SubjectCall } from './subject-call.ts';
import type { Tally } from './timeline.ts';

type Field = 'account' | 'region' | 'address' | 'principal' | 'accessKeyId';

/** How many of the calls have each value of a field, the most frequent first. */
export function talliesOf(calls: readonly { readonly call: SubjectCall }[], field: Field): Tally[] {
  const counts = new Map<string, number>();
  for (const { call } of calls) {
    const value = call[field];
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, events]) => ({ value, events }))
    .sort((a, b) => b.events - a.events || (a.value < b.value ? -1 : 1));
}
