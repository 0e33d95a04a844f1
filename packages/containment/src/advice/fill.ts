import type { RecordAction } from './advice-record.ts';
import { type Fact, type Facts, wellFormed } from './fact.ts';

const PLACE = /\{([a-z-]+)\}/g;

/**
 * Text with `{fact}` replaced. What is not known, or does not look like what it is, becomes capitals that a person has
 * to replace: `{federated-user}` becomes `FEDERATED_USER`.
 */
export function filled(text: string, known: Facts): string {
  return text.replace(PLACE, (_, name: string) => wellFormed(known, name as Fact) ?? capitals(name));
}

/** An action's target, and the fields whose values are not known. */
export function targetOf(
  { target = {} }: RecordAction,
  known: Facts,
): { readonly target: Readonly<Record<string, string>>; readonly missing: readonly string[] } {
  const found = Object.entries(target).map(([field, from]) => {
    const value = from.startsWith('=') ? from.slice(1) : wellFormed(known, from as Fact);
    return [field, value] as const;
  });
  return {
    target: Object.fromEntries(
      found.flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
    ),
    missing: found.flatMap(([field, value]) => (value === undefined ? [field] : [])),
  };
}

/** The facts that an action's commands name, and that are not known. */
export function missingInLines({ lines = [] }: RecordAction, known: Facts): string[] {
  const named = lines.flat().flatMap((word) => [...word.matchAll(PLACE)].map(([, name = '']) => name));
  return [...new Set(named)].filter((name) => wellFormed(known, name as Fact) === undefined);
}

function capitals(name: string): string {
  return name.toUpperCase().replaceAll('-', '_');
}
