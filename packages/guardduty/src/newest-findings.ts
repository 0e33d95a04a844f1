import type { Finding } from './finding.ts';

/**
 * The latest state of each finding. GuardDuty delivers a finding again under the same id whenever it sees more of the
 * activity, with a later `updatedAt` and a higher count, and a delivery may come twice or late. So ingestion is
 * idempotent on (id, updatedAt): what was taken before, in whichever order, changes nothing.
 *
 * Findings keep the place in which their id came first.
 *
 * Source: GuardDuty User Guide, "Finding aggregation".
 */
export function newestFindings(findings: Iterable<Finding>): Finding[] {
  const newest = new Map<string, Finding>();
  for (const finding of findings) {
    const known = newest.get(finding.id);
    if (known === undefined || isNewer(finding, known)) newest.set(finding.id, finding);
  }
  return [...newest.values()];
}

/** At the same moment the one that counts more is newer: Security Hub writes times in its own precision. */
function isNewer(finding: Finding, known: Finding): boolean {
  const at = momentOf(finding);
  const knownAt = momentOf(known);
  return at > knownAt || (at === knownAt && (finding.count ?? 0) > (known.count ?? 0));
}

function momentOf({ updatedAt }: Finding): number {
  const moment = Date.parse(updatedAt ?? '');
  return Number.isNaN(moment) ? Number.NEGATIVE_INFINITY : moment;
}
