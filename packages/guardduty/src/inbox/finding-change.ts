/** Findings of one detector, as the inbox lists them. */
export interface FindingsOfDetector {
  readonly region: string;
  readonly detectorId: string;
  /** The findings' `Id`, 32 hexadecimal characters each. */
  readonly findingIds: readonly string[];
}

/** What a responder thinks of a finding. GuardDuty has no third value, so feedback cannot be taken back. */
export type Feedback = 'USEFUL' | 'NOT_USEFUL';

/**
 * One change to findings as a value: it can be shown, approved and written to the journal before it is sent. Service
 * and operation are spelled as in CloudTrail's `eventSource` and `eventName`, the input as the SDK has it.
 */
export interface FindingChange {
  readonly service: 'guardduty';
  readonly operation: 'ArchiveFindings' | 'UnarchiveFindings' | 'UpdateFindingsFeedback';
  readonly input: {
    readonly DetectorId: string;
    readonly FindingIds: readonly string[];
    readonly Feedback?: Feedback;
    readonly Comments?: string;
  };
  readonly region: string;
}

/** A call takes at most this many findings. */
const MOST_FINDINGS = 50;

/**
 * The calls that archive findings, 50 to a call. An archived finding leaves the current list and the exports to S3;
 * Security Hub is not told. May be repeated: what is archived stays so. Only the administrator account may archive.
 * Source: GuardDuty API Reference, "ArchiveFindings".
 */
export function archiveFindings(findings: FindingsOfDetector): readonly FindingChange[] {
  return changes('ArchiveFindings', findings);
}

/** The calls that bring archived findings back: the mirror of {@link archiveFindings}. */
export function unarchiveFindings(findings: FindingsOfDetector): readonly FindingChange[] {
  return changes('UnarchiveFindings', findings);
}

/**
 * The calls that tell AWS whether findings were useful. It helps AWS to tune GuardDuty and changes nothing else; the
 * comment leaves the account, so it must not hold what is confidential. The last feedback counts.
 * Source: GuardDuty API Reference, "UpdateFindingsFeedback".
 */
export function giveFeedback(
  findings: FindingsOfDetector,
  feedback: Feedback,
  comment?: string,
): readonly FindingChange[] {
  const said = comment === undefined ? { Feedback: feedback } : { Feedback: feedback, Comments: comment };
  return changes('UpdateFindingsFeedback', findings, said);
}

/** The change that takes another back, or nothing when GuardDuty has none. */
export function undoOfChange(change: FindingChange): FindingChange | undefined {
  if (change.operation === 'ArchiveFindings') return { ...change, operation: 'UnarchiveFindings' };
  if (change.operation === 'UnarchiveFindings') return { ...change, operation: 'ArchiveFindings' };
  return undefined;
}

function changes(
  operation: FindingChange['operation'],
  { region, detectorId, findingIds }: FindingsOfDetector,
  said: { readonly Feedback?: Feedback; readonly Comments?: string } = {},
): readonly FindingChange[] {
  const ids = [...new Set(findingIds)];
  return Array.from({ length: Math.ceil(ids.length / MOST_FINDINGS) }, (_, index) => ({
    service: 'guardduty',
    operation,
    input: {
      DetectorId: detectorId,
      FindingIds: ids.slice(index * MOST_FINDINGS, (index + 1) * MOST_FINDINGS),
      ...said,
    },
    region,
  }));
}
