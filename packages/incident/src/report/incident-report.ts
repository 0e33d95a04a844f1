import type {
  EvidenceStored,
  Fact,
  FindingSummary,
  IncidentOpened,
  JournalEntry,
  Outcome,
  StepSkipped,
} from '../event.ts';
import { type ContainmentRecord, containmentRecords } from './containment-record.ts';
import { type EntryInWords, entryInWords } from './entry-in-words.ts';
import { type KeyTime, keyTimes } from './key-times.ts';
import { type SummaryLine, summaryOf } from './summary.ts';

type At<T> = T & { readonly at: string };

/** Everything that a report says, folded from a journal. The front doors to it are the two `reportAs…` functions. */
export interface IncidentReport {
  readonly title: string;
  /** The incident's id; null when the journal does not begin with its opening. */
  readonly incident: string | null;
  readonly responder: string | null;
  /** Everybody who took the incident over, oldest first. */
  readonly resumedBy: readonly string[];
  readonly mode: IncidentOpened['mode'] | null;
  readonly logs: string | null;
  readonly runbook: IncidentOpened['runbook'] | null;
  /** How the incident ended; null while it is open. */
  readonly outcome: Outcome | null;
  /** When the last entry was written: the report knows nothing later. */
  readonly until: string | null;
  readonly summary: readonly SummaryLine[];
  readonly times: readonly KeyTime[];
  readonly finding: FindingSummary | null;
  /** The last finding of each step and title. */
  readonly facts: readonly At<{ readonly step: string; readonly fact: Fact }>[];
  /** The last answer to each question of a step. */
  readonly answers: readonly At<{
    readonly step: string;
    readonly question: string;
    readonly answer: string;
  }>[];
  readonly containments: readonly ContainmentRecord[];
  readonly skipped: readonly At<Pick<StepSkipped, 'step' | 'title' | 'reason' | 'applies'>>[];
  /** Steps whose last attempt failed. */
  readonly failed: readonly At<{
    readonly step: string;
    readonly title: string;
    readonly why: string;
    readonly remedy: string;
  }>[];
  readonly evidence: readonly At<Omit<EvidenceStored, 'type'>>[];
  readonly timeline: readonly EntryInWords[];
}

/**
 * Folds a journal into a report. Later events win, and a journal that stops anywhere, even before its first line,
 * gives a report that says so. Never throws.
 */
export function incidentReport(entries: readonly JournalEntry[]): IncidentReport {
  const opened = entries.find((entry) => entry.type === 'incident.opened');
  const titles = stepTitles(entries);
  const told = {
    title: opened?.title ?? 'Incident without an opening entry',
    incident: opened?.incident ?? null,
    responder: opened?.responder ?? null,
    resumedBy: entries.flatMap((entry) => (entry.type === 'incident.resumed' ? [entry.by] : [])),
    mode: opened?.mode ?? null,
    logs: opened?.logs ?? null,
    runbook: opened?.runbook ?? null,
    outcome: outcomeOf(entries),
    until: entries.at(-1)?.at ?? null,
    finding: opened?.finding ?? null,
    facts: lastOfEach(entries, (entry) =>
      entry.type === 'fact.found'
        ? [`${entry.step}\0${entry.fact.kind}\0${entry.fact.title}`, entry]
        : undefined,
    ),
    answers: lastOfEach(entries, (entry) =>
      entry.type === 'answer.given' ? [`${entry.step}\0${entry.question}`, entry] : undefined,
    ),
    containments: containmentRecords(entries),
    ...unfinishedSteps(entries, titles),
    evidence: lastOfEach(entries, (entry) =>
      entry.type === 'evidence.stored' ? [`${entry.path}\0${entry.sha256}`, entry] : undefined,
    ),
    timeline: entries.map((entry) => entryInWords(entry, titles)),
  };
  const times = keyTimes(entries, told);
  return { ...told, times, summary: summaryOf({ ...told, times }) };
}

/** An incident is open again once a step is taken after its end. An undo alone does not open it. */
function outcomeOf(entries: readonly JournalEntry[]): Outcome | null {
  const end = entries.findLast(({ type }) => type === 'incident.closed' || type === 'step.entered');
  return end?.type === 'incident.closed' ? end.outcome : null;
}

/** The titles of steps by their ids, and of containments by theirs. */
function stepTitles(entries: readonly JournalEntry[]): ReadonlyMap<string, string> {
  const titled = entries.filter((entry) => entry.type === 'step.entered' || entry.type === 'step.skipped');
  const planned = entries.filter(
    (entry) => entry.type === 'containment.planned' || entry.type === 'containment.approved',
  );
  return new Map([
    ...titled.map(({ step, title }) => [step, title] as const),
    ...planned.map(({ step, plan }) => [step, plan.title] as const),
  ]);
}

/** Keeps the last of the entries that share a key, at the place of the first. */
function lastOfEach<T>(
  entries: readonly JournalEntry[],
  pick: (entry: JournalEntry) => readonly [key: string, kept: T] | undefined,
): readonly T[] {
  return [...new Map(entries.flatMap((entry) => [pick(entry) ?? []].filter(isPair)))].map(([, kept]) => kept);
}

function isPair<T>(pick: readonly [string, T] | readonly []): pick is readonly [string, T] {
  return pick.length === 2;
}

function unfinishedSteps(
  entries: readonly JournalEntry[],
  titles: ReadonlyMap<string, string>,
): Pick<IncidentReport, 'skipped' | 'failed'> {
  const skipped = new Map<string, IncidentReport['skipped'][number]>();
  const failed = new Map<string, IncidentReport['failed'][number]>();
  for (const entry of entries) {
    if (entry.type === 'step.entered' || entry.type === 'step.succeeded') {
      skipped.delete(entry.step);
      failed.delete(entry.step);
    } else if (entry.type === 'step.skipped') {
      failed.delete(entry.step);
      skipped.set(entry.step, entry);
    } else if (entry.type === 'step.failed') {
      failed.set(entry.step, { ...entry, title: titles.get(entry.step) ?? entry.step });
    }
  }
  return { skipped: [...skipped.values()], failed: [...failed.values()] };
}
