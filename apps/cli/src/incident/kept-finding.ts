import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { type Finding, type FindingsOfDetector, readFindings } from '@firebreak/guardduty';
import { parseArn } from '@firebreak/iam';
import { IncidentMissing, type IncidentState, type JournalEntry } from '@firebreak/incident';
import { UsageProblem } from '../errors.ts';

/** The finding that an incident is about, read from its evidence. @throws {IncidentMissing} when it is not kept there. */
export async function keptFinding(
  folder: string,
  entries: readonly JournalEntry[],
  { opened }: IncidentState,
): Promise<Finding> {
  const kept = entries.find(
    (entry) => entry.type === 'evidence.stored' && /-finding\.json$/.test(entry.path),
  );
  if (kept?.type === 'evidence.stored') {
    const path = join(folder, kept.path);
    for await (const finding of readFindings(createReadStream(path), path)) {
      if (finding.id === opened?.finding.id) return finding;
    }
  }
  throw new IncidentMissing('Cannot find the finding: it is not among the evidence', {
    where: folder,
    remedy: 'Go on with the incident once: firebreak respond keeps the finding as evidence.',
  });
}

/**
 * Where GuardDuty keeps a finding: region and detector stand in its ARN.
 * Source: Service Authorization Reference, "Resource types defined by Amazon GuardDuty".
 *
 * @param detector Of the administrator account, for a member's finding.
 * @throws {UsageProblem} when the ARN is missing or says neither.
 */
export function placeOf({ id, arn, region }: Finding, detector: string | undefined): FindingsOfDetector {
  const parts = arn === undefined ? undefined : parseArn(arn);
  const detectorId = detector ?? /^detector\/(\w+)\/finding\//.exec(parts?.resource ?? '')?.[1];
  const where = parts?.region || region;
  if (detectorId !== undefined && where !== undefined) return { region: where, detectorId, findingIds: [id] };
  throw new UsageProblem('Cannot tell which detector has the finding: its ARN does not say', {
    remedy: 'Give it with --detector ID: aws guardduty list-detectors',
  });
}
