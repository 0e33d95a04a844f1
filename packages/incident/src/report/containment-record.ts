import { type ApiCall, operationName } from '@firebreak/aws';
import type { Plan, State } from '@firebreak/containment';
import type { ContainmentApproved, JournalEntry, Purpose } from '../event.ts';

/**
 * How far a containment came. `applied`: calls were made, and nothing was read back since. `undoing`: the same for
 * its undo. `proven` and `not-proven` are what reading back said last.
 */
export type ContainmentStatus =
  | 'planned'
  | 'skipped'
  | 'approved'
  | 'applied'
  | 'proven'
  | 'not-proven'
  | 'undoing'
  | 'undone';

/** A changing call and what is known of it. Without an outcome it may or may not have reached AWS. */
export interface CallRecord {
  readonly at: string;
  readonly purpose: Purpose;
  readonly call: ApiCall;
  readonly outcome: 'returned' | 'failed' | 'unknown';
  readonly why: string | null;
}

/** One containment from its plan to its proof or undo. */
export interface ContainmentRecord {
  readonly step: string;
  readonly plan: Plan;
  readonly status: ContainmentStatus;
  /** Whether the same step was planned again later, which makes that record the one that counts. */
  readonly superseded: boolean;
  readonly approved: (Pick<ContainmentApproved, 'by' | 'how' | 'hash'> & { readonly at: string }) | null;
  readonly calls: readonly CallRecord[];
  /** What reading back said last: the state, and how it was proven or why it was not. */
  readonly verdict: { readonly at: string; readonly observed: State; readonly text: string } | null;
  readonly undo: {
    readonly by: string;
    readonly forced: boolean;
    readonly at: string;
    readonly undoneAt: string | null;
    readonly observed: State;
  } | null;
}

type Draft = { -readonly [Key in keyof ContainmentRecord]: ContainmentRecord[Key] };

/** The containments of a journal in the order of their first plans. */
export function containmentRecords(entries: readonly JournalEntry[]): readonly ContainmentRecord[] {
  const records: Draft[] = [];
  for (const entry of entries) {
    if (entry.type === 'containment.planned' || entry.type === 'containment.approved')
      planned(records, entry.step, entry.plan);
    if ('step' in entry) {
      const record = records.findLast(({ step }) => step === entry.step || isPartOf(step, entry));
      if (record !== undefined) advance(undoneRecord(records, record, entry), entry);
    }
  }
  return records;
}

/** A skipped step takes its containments with it, which are named `step/account/target`. */
function isPartOf(
  containment: string,
  { type, step }: JournalEntry & { readonly step: string | null },
): boolean {
  return type === 'step.skipped' && containment.startsWith(`${step}/`);
}

/** "iam:UpdateAccessKey". */
export function nameOfCall({ call }: CallRecord): string {
  return operationName(call);
}

function planned(records: Draft[], step: string, plan: Plan): void {
  const last = records.findLast((record) => record.step === step);
  // Nothing has reached AWS yet, so the newer plan takes the place of the older one.
  if (last !== undefined && (last.status === 'planned' || last.status === 'approved')) {
    last.plan = plan;
    return;
  }
  if (last !== undefined && last.status !== 'skipped') last.superseded = true;
  if (last?.status === 'skipped') records.splice(records.indexOf(last), 1);
  const fresh = { step, plan, status: 'planned', superseded: false } as const;
  records.push({ ...fresh, approved: null, calls: [], verdict: null, undo: null });
}

/** An undo belongs to what was applied, even when a newer plan of the step was made and left. */
function undoneRecord(records: readonly Draft[], last: Draft, entry: JournalEntry): Draft {
  const undo =
    entry.type === 'undo.approved' ||
    entry.type === 'containment.undone' ||
    ('purpose' in entry && entry.purpose === 'undo');
  if (!undo) return last;
  return records.findLast((record) => record.step === last.step && record.calls.length > 0) ?? last;
}

function advance(record: Draft, entry: JournalEntry): void {
  const { at } = entry;
  if (entry.type === 'containment.approved') {
    record.approved = { at, by: entry.by, how: entry.how, hash: entry.hash };
    record.status = 'approved';
  } else if (entry.type === 'call.intended') {
    const { purpose, call } = entry;
    record.calls = [...record.calls, { at, purpose, call, outcome: 'unknown', why: null }];
    record.status = purpose === 'apply' ? 'applied' : 'undoing';
  } else if (entry.type === 'call.returned') {
    settle(record, entry.purpose, 'returned', null);
  } else if (entry.type === 'call.failed') {
    settle(record, entry.purpose, entry.effect === 'none' ? 'failed' : 'unknown', entry.why);
  } else if (entry.type === 'containment.proven') {
    record.verdict = { at, observed: entry.observed, text: entry.how };
    record.status = 'proven';
  } else if (entry.type === 'containment.unproven') {
    record.verdict = { at, observed: entry.observed, text: entry.why };
    record.status = 'not-proven';
  } else if (entry.type === 'undo.approved') {
    record.undo = { at, by: entry.by, forced: entry.forced, undoneAt: null, observed: null };
  } else if (entry.type === 'containment.undone') {
    const undo = record.undo ?? { at, by: 'unknown', forced: false };
    record.undo = { ...undo, undoneAt: at, observed: entry.observed };
    record.status = 'undone';
  } else if (entry.type === 'step.skipped' && (record.status === 'planned' || record.status === 'approved')) {
    record.status = 'skipped';
  }
}

function settle(record: Draft, purpose: Purpose, outcome: CallRecord['outcome'], why: string | null): void {
  const open = record.calls.findLast(
    (call) => call.purpose === purpose && call.outcome === 'unknown' && call.why === null,
  );
  record.calls = record.calls.map((call) => (call === open ? { ...call, outcome, why } : call));
}
