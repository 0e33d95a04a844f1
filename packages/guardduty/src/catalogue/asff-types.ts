import table from '../../data/asff-types.json' with { type: 'json' };
import { findingTypeEntry } from './finding-types.ts';

/**
 * The names that Security Hub gives to finding types in ASFF's `Types`, each with the GuardDuty type. A type may have
 * several. The table keeps AWS's irregular names and its misprint; a name from an older edition of the page stays.
 *
 * Source: GuardDuty User Guide, "Integrating with AWS Security Hub CSPM", table "Interpreting GuardDuty finding names"
 * (securityhub-integration).
 */
export const ASFF_TYPES: Readonly<Record<string, string>> = table;

let byAsff: ReadonlyMap<string, string> | undefined;

/**
 * The GuardDuty type behind a type of ASFF, such as `TTPs/Initial Access/UnauthorizedAccess:EC2-SSHBruteForce`. The
 * table decides. Where it has no such name, the regular rule does (category first, then `Purpose:Resource-Rest`), but
 * only when that gives a type of the catalogue. Otherwise nothing: the finding can still be fetched by its ARN.
 *
 * Spaces and case are ignored in the table's names: AWS writes both `Credential Access` and `CredentialAccess`.
 */
export function findingTypeOfAsff(asffType: string): string | undefined {
  byAsff ??= new Map(Object.entries(ASFF_TYPES).map(([asff, type]) => [asffKey(asff), type]));
  return byAsff.get(asffKey(asffType)) ?? byRule(asffType);
}

/** The names that Security Hub is documented to give to a GuardDuty type. Empty where AWS lists none. */
export function asffTypesOf(type: string): readonly string[] {
  return Object.entries(ASFF_TYPES).flatMap(([asff, target]) => (target === type ? [asff] : []));
}

/** The key under which two spellings of one ASFF type meet. */
export function asffKey(asffType: string): string {
  return asffType.replaceAll(' ', '').toLowerCase();
}

function byRule(asffType: string): string | undefined {
  const colon = asffType.indexOf(':');
  const purpose = asffType.slice(asffType.lastIndexOf('/', colon) + 1, colon);
  const type = `${purpose}:${asffType.slice(colon + 1).replace(/[-/]/, '/')}`;
  return colon < 0 ? undefined : findingTypeEntry(type)?.type;
}
