import type { State } from '@firebreak/containment';

/** One part of a state, side by side. Null is "not there". */
export interface StateRow {
  /** The part's name; empty when the state is a single value. */
  readonly name: string;
  readonly before: State | undefined;
  readonly after: State | undefined;
  readonly changed: boolean;
}

/** The parts of two states by name, in the order of the first and then of the second. */
export function stateRows(before: State, after: State): readonly StateRow[] {
  const [left, right] = [partsOf(before), partsOf(after)];
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].map((name) => {
    const [was, is] = [left.get(name), right.get(name)];
    return { name, before: was, after: is, changed: JSON.stringify(was) !== JSON.stringify(is) };
  });
}

/** A state as text: text as it is, anything else as JSON, "absent" for what is not there. */
export function stateText(state: State | undefined, indent = 0): string {
  if (state === undefined || state === null) return 'absent';
  return typeof state === 'string' ? state : JSON.stringify(state, null, indent);
}

function partsOf(state: State): ReadonlyMap<string, State> {
  if (state === null) return new Map();
  return typeof state === 'object' && !Array.isArray(state)
    ? new Map(Object.entries(state))
    : new Map([['', state]]);
}
