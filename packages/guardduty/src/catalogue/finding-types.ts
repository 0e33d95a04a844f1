import rows from '../../data/finding-types.json' with { type: 'json' };
import type { FindingTypeEntry } from './finding-type-entry.ts';

/**
 * Every finding type that AWS documents: active, opt-in, renamed and retired. AWS adds types without notice, so a type
 * that is not in here is unknown, not wrong.
 *
 * The rows are JSON rather than TypeScript so that one can be added without knowing the code, and so that a bundle
 * holds them as one string for `JSON.parse`, which costs less at start-up than an object literal.
 *
 * Source: GuardDuty User Guide, "GuardDuty finding types" (guardduty_finding-types-active), "Custom Detection Rules
 * finding types" (findings-custom-detection-rules) and "Retired finding types" (guardduty_finding-types-retired).
 */
export const FINDING_TYPES: readonly FindingTypeEntry[] = rows as readonly FindingTypeEntry[];

let byName: ReadonlyMap<string, FindingTypeEntry> | undefined;

/** The entry of a finding type, by its exact name, or nothing when the catalogue does not know it. */
export function findingTypeEntry(name: string): FindingTypeEntry | undefined {
  byName ??= new Map(FINDING_TYPES.map((entry) => [entry.type, entry]));
  return byName.get(name);
}
