import type { Finding } from '../finding.ts';
import { parseFindingType } from '../finding-type.ts';
import { UNKNOWN_SEVERITY } from '../severity.ts';
import { findGaps } from './find-gaps.ts';
import type { FindingParts } from './finding-parts.ts';
import { looksLikeSample } from './is-sample.ts';
import { accessKeyOfSequence, credentialOf } from './read-credential.ts';
import { readPrincipal } from './read-principal.ts';
import { remoteOfSequence } from './read-remote.ts';
import { readSequence } from './read-sequence.ts';

/** Makes one finding of what a shape's reader took out of its delivery. */
export function assembleFinding(parts: FindingParts): Finding {
  const { typeName, resources } = parts;
  const sequence = readSequence(parts.sequence);
  const remote = parts.remote ?? remoteOfSequence(sequence);
  const key = parts.accessKey ?? (sequence === undefined ? undefined : accessKeyOfSequence(sequence));
  const finding = {
    id: parts.id,
    arn: parts.arn,
    type: parseFindingType(typeName),
    title: parts.title ?? typeName,
    description: parts.description,
    severity: parts.severity ?? UNKNOWN_SEVERITY,
    shape: parts.shape,
    accountId: parts.accountId,
    region: parts.region,
    partition: parts.partition,
    firstSeen: parts.firstSeen,
    lastSeen: parts.lastSeen,
    createdAt: parts.createdAt,
    updatedAt: parts.updatedAt,
    count: parts.count,
    archived: parts.archived,
    sample: parts.sample || looksLikeSample(parts.title, key, remote),
    resourceType: parts.resourceType,
    resources,
    credential: key === undefined ? undefined : credentialOf(key),
    principal: key === undefined ? undefined : readPrincipal({ key, typeName, resources }),
    action: parts.action,
    api: parts.api,
    remote,
    sequence,
    gaps: NO_GAPS,
    raw: parts.raw,
  };
  finding.gaps = findGaps(finding, parts);
  return finding;
}

const NO_GAPS: Finding['gaps'] = [];
