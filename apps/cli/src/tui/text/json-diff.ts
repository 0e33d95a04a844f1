import type { State } from '@firebreak/containment';

/** One line of pretty-printed JSON, and whether only the state before or only the state after has it. */
export interface DiffLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** Longer states are shown one after the other: comparing them line by line takes too long and reads no better. */
const MOST_CELLS = 1_000_000;

export function jsonDiff(before: State, after: State): readonly DiffLine[] {
  const old = printed(before);
  const fresh = printed(inOrderOf(after, before));
  if (old.length * fresh.length > MOST_CELLS) {
    return [...signed('-', old), ...signed('+', fresh)];
  }
  return walk(old, fresh, commonLengths(old, fresh));
}

function printed(state: State): readonly string[] {
  return JSON.stringify(state, null, 2).split('\n');
}

/** Keys in another order are no change, so they must not look like one. */
function inOrderOf(state: State, model: State): State {
  if (Array.isArray(state) && Array.isArray(model)) {
    return state.map((value: State, index) => inOrderOf(value, model[index] ?? null));
  }
  if (!isRecord(state) || !isRecord(model)) return state;
  const keys = [
    ...Object.keys(model).filter((key) => key in state),
    ...Object.keys(state).filter((key) => !(key in model)),
  ];
  return Object.fromEntries(keys.map((key) => [key, inOrderOf(state[key] ?? null, model[key] ?? null)]));
}

function isRecord(state: State): state is { readonly [key: string]: State } {
  return typeof state === 'object' && state !== null && !Array.isArray(state);
}

function commonLengths(old: readonly string[], fresh: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] =
        old[i] === fresh[j]
          ? (table[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

function walk(
  old: readonly string[],
  fresh: readonly string[],
  common: readonly (readonly number[])[],
): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length && j < fresh.length) {
    if (old[i] === fresh[j]) {
      lines.push({ sign: ' ', text: old[i] ?? '' });
      i += 1;
      j += 1;
    } else if ((common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) {
      lines.push({ sign: '-', text: old[i] ?? '' });
      i += 1;
    } else {
      lines.push({ sign: '+', text: fresh[j] ?? '' });
      j += 1;
    }
  }
  return [...lines, ...signed('-', old.slice(i)), ...signed('+', fresh.slice(j))];
}

function signed(sign: DiffLine['sign'], lines: readonly string[]): readonly DiffLine[] {
  return lines.map((text) => ({ sign, text }));
}
