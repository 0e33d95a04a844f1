import type { AttackSequence } from '../attack-sequence.ts';
import type { Finding, FindingGap } from '../finding.ts';
import { credentialGaps } from './credential-gaps.ts';
import type { FindingParts } from './finding-parts.ts';

/** What was read of a finding so far. */
export type FindingWithoutGaps = Omit<Finding, 'gaps'>;

/**
 * What a responder should fetch, since the finding does not tell it, most pressing first. A lookup is prose and never a
 * command line: parts of it were chosen by whoever acted.
 */
export function findGaps(finding: FindingWithoutGaps, parts: FindingParts): readonly FindingGap[] {
  if (finding.sample) return [];
  const gaps = [...parts.gaps];
  if (finding.sequence !== undefined) sequenceGaps(gaps, finding.sequence, finding);
  else if (finding.type.purpose === 'AttackSequence') gaps.push(NO_SEQUENCE);
  credentialGaps(gaps, finding);
  const addresses = Math.max(parts.addresses, addressesOf(finding.sequence));
  if (addresses > 1) {
    gaps.push({
      what: `${addresses} remote addresses take part, and "remote" shows ${finding.remote === undefined ? 'none' : 'one'} of them`,
      lookup:
        'Read all of them in the finding: the endpoints of its sequence, or the details of its port probe.',
    });
  }
  if (parts.severity === undefined) gaps.push(NO_SEVERITY);
  if (GLOBAL_SERVICES.has(finding.api?.service ?? '') && finding.region !== 'us-east-1')
    gaps.push(GLOBAL_SERVICE);
  return gaps;
}

function sequenceGaps(gaps: FindingGap[], { actors }: AttackSequence, finding: FindingWithoutGaps): void {
  if (actors.length < 2 || finding.credential !== undefined) return;
  const names = actors.slice(0, 5).map(({ userName, userUid, id }) => userName ?? userUid ?? id ?? 'unnamed');
  const others = actors.length > names.length ? ` and ${actors.length - names.length} more` : '';
  gaps.push({
    what: `The sequence has ${actors.length} actors (${names.join(', ')}${others}), so it does not say whom to contain`,
    lookup: "Compare each actor's signals, and let a person choose.",
  });
}

function addressesOf(sequence: AttackSequence | undefined): number {
  if (sequence === undefined || sequence.endpoints.length < 2) return 0;
  return new Set(sequence.endpoints.flatMap(({ ip }) => ip ?? [])).size;
}

const NO_SEQUENCE: FindingGap = {
  what: 'The signals and actors of this attack sequence are not in this delivery',
  lookup: 'Fetch the finding with guardduty:GetFindings and read Service.Detection.Sequence.',
};

const NO_SEVERITY: FindingGap = {
  what: 'The severity is not in this delivery',
  lookup: 'Fetch the finding with guardduty:GetFindings.',
};

/** Source: GuardDuty API Reference, "Finding", region. */
const GLOBAL_SERVICE: FindingGap = {
  what: "The call went to a global service: the finding's Region may not be where GuardDuty saw it",
  lookup: "Search CloudTrail in us-east-1 as well as in the finding's Region.",
};

const GLOBAL_SERVICES = new Set([
  'iam.amazonaws.com',
  'organizations.amazonaws.com',
  'cloudfront.amazonaws.com',
  'route53.amazonaws.com',
  'signin.amazonaws.com',
]);
