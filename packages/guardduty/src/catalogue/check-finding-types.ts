import { parseFindingType } from '../finding-type.ts';
import { asffKey } from './asff-types.ts';
import { ATTACK_TACTICS, type FindingTypeEntry, GENERAL_TRIAGE } from './finding-type-entry.ts';

const SEVERITIES = ['Low', 'Medium', 'High', 'Critical'];
const STATES = ['active', 'opt-in', 'renamed', 'retired'];

/**
 * Looks for mistakes in a catalogue of finding types. Each is one sentence that names the type; none means that every
 * entry is complete, stands once, and is routed to a runbook that exists or, in so many words, to general triage.
 *
 * @param runbooks the ids of the runbooks that exist.
 */
export function checkFindingTypes(
  entries: readonly FindingTypeEntry[],
  runbooks: ReadonlySet<string>,
): readonly string[] {
  const names = new Set<string>();
  return entries.flatMap((entry) => {
    const again = names.has(entry.type) ? ['it stands more than once'] : [];
    names.add(entry.type);
    return [...again, ...mistakesOf(entry, entries, runbooks)].map((mistake) => `${entry.type}: ${mistake}`);
  });
}

/** Looks for names of ASFF that lead to no type of the catalogue, or to two. Each mistake is one sentence. */
export function checkAsffTypes(
  table: Readonly<Record<string, string>>,
  entries: readonly FindingTypeEntry[],
): readonly string[] {
  const names = new Set(entries.map(({ type }) => type));
  const seen = new Map<string, string>();
  return Object.entries(table).flatMap(([asff, type]) => {
    const other = seen.get(asffKey(asff));
    seen.set(asffKey(asff), type);
    return [
      ...(names.has(type) ? [] : [`${asff}: the catalogue has no ${type}`]),
      ...(other === undefined || other === type ? [] : [`${asff}: it means both ${other} and ${type}`]),
    ];
  });
}

function mistakesOf(
  entry: FindingTypeEntry,
  entries: readonly FindingTypeEntry[],
  runbooks: ReadonlySet<string>,
): readonly string[] {
  const { purpose, resource, family } = parseFindingType(entry.type);
  const severities = [entry.severity, ...Object.values(entry.rules ?? {})].filter((it) => it !== undefined);
  const successor = entries.find(({ type }) => type === entry.renamedTo);
  const checks: readonly (readonly [boolean, string])[] = [
    [
      purpose === undefined || resource === undefined || family === undefined,
      'it is not Purpose:Resource/Family',
    ],
    [!STATES.includes(entry.state), `"${entry.state}" is not a state`],
    [severities.some((severity) => !SEVERITIES.includes(severity)), 'a severity is not one of the four'],
    [
      entry.severity === undefined && entry.variable !== true,
      'it has no severity and is not marked variable',
    ],
    [
      entry.tactic !== undefined && !ATTACK_TACTICS.includes(entry.tactic),
      `"${entry.tactic}" is not a tactic`,
    ],
    [
      (entry.state === 'renamed') !== (successor !== undefined),
      'a renamed type, and no other, names its successor',
    ],
    [successor !== undefined && successor.state !== 'active', 'its successor is not active'],
    [
      (entry.state === 'opt-in') !== (entry.rules !== undefined),
      'an opt-in type, and no other, names its rules',
    ],
    [!hasRunbook(entry, runbooks), `there is no runbook "${entry.runbook}"`],
  ];
  return checks.flatMap(([wrong, mistake]) => (wrong ? [mistake] : []));
}

function hasRunbook({ runbook }: FindingTypeEntry, runbooks: ReadonlySet<string>): boolean {
  return runbook === GENERAL_TRIAGE || runbooks.has(runbook);
}
