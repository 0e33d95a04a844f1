/**
 * The prefixes of IAM unique ids, all twelve.
 * Source: IAM User Guide, "IAM identifiers", table "Unique ID prefixes" (reference_identifiers).
 */
export const UNIQUE_ID_PREFIXES = {
  ABIA: 'AWS STS service bearer token',
  ACCA: 'context-specific credential',
  AGPA: 'user group',
  AIDA: 'IAM user',
  AIPA: 'EC2 instance profile',
  AKIA: 'long-term access key',
  ANPA: 'managed policy',
  ANVA: 'version of a managed policy',
  APKA: 'public key',
  AROA: 'role',
  ASCA: 'certificate',
  ASIA: 'temporary access key',
} as const;

export type UniqueIdPrefix = keyof typeof UNIQUE_ID_PREFIXES;

/** The prefix of a unique id, or nothing when AWS documents no such prefix. */
export function uniqueIdPrefix(id: string): UniqueIdPrefix | undefined {
  const prefix = id.slice(0, 4);
  return Object.hasOwn(UNIQUE_ID_PREFIXES, prefix) ? (prefix as UniqueIdPrefix) : undefined;
}
