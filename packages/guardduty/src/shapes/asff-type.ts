import { findingTypeOfAsff } from '../catalogue/asff-types.ts';
import type { FindingGap } from '../finding.ts';

/**
 * The finding type behind a type of ASFF. Security Hub renames GuardDuty's types, and no rule turns them back:
 * `TTPs/DefenseEvasion/EC2:Unusual-DNS-Resolver` is `DefenseEvasion:EC2/UnusualDNSResolver`. So the type is looked up in
 * the catalogue; one that is unknown there stays as it is, and a gap says so. A type that kept its own slash, such as
 * `TTPs/PenTest:IAMUser/KaliLinux`, only loses what stands in front of it.
 *
 * Source: GuardDuty User Guide, "Integrating AWS Security Hub CSPM with Amazon GuardDuty", table of types.
 */
export function typeBehindAsff(asffType: string): { name: string; gap: FindingGap | undefined } {
  const known = KNOWN.get(asffType);
  if (known !== undefined) return known;
  const isTooLong = asffType.length > MAX_LENGTH;
  const name = isTooLong ? undefined : (findingTypeOfAsff(asffType) ?? UNCHANGED.exec(asffType)?.[1]);
  const type = name === undefined ? { name: asffType, gap: RENAMED } : { name, gap: undefined };
  if (KNOWN.size < KEPT && !isTooLong) KNOWN.set(asffType, type);
  return type;
}

/** Looked up once for all findings of a type. Made-up types do not grow this without bound. */
const KNOWN = new Map<string, { name: string; gap: FindingGap | undefined }>();
const KEPT = 1000;
const MAX_LENGTH = 300;

/** `Purpose:Resource/Family…` at the end, with its own slash. */
const UNCHANGED = /(?:^|\/)([A-Za-z]+:[A-Za-z0-9]+\/[^/\s]+)$/;

const RENAMED: FindingGap = {
  what: "Security Hub has renamed the finding's type, and the name that GuardDuty gave it is not known",
  lookup:
    'Fetch the finding with guardduty:GetFindings, by the detector and the finding id at the end of its ARN.',
};
