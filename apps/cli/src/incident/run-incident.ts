import type { Api } from '@firebreak/aws';
import type { Finding } from '@firebreak/guardduty';
import { Incident, type IncidentOpened, type JournalEntry } from '@firebreak/incident';
import {
  type Logs,
  openRun,
  type Runbook,
  type RunContext,
  type RunEnd,
  runRunbook,
} from '@firebreak/runbook';
import type { Console } from '../console.ts';
import { EXIT } from '../exit-codes.ts';
import { writeReport } from './write-report.ts';

/** What one incident is made of. */
export interface IncidentRun {
  readonly id: string;
  readonly folder: string;
  readonly mode: IncidentOpened['mode'];
  readonly finding: Finding;
  readonly findingText: string;
  readonly runbook: Runbook;
  readonly api: Api | 'by-hand';
  readonly logs: Logs | undefined;
  readonly clock: () => Date;
  readonly responder: string;
  readonly console: Console;
  readonly resumeCommand: string;
  /** Sees each event after it is on disk, before anything goes on. */
  readonly onEvent?: (entry: JournalEntry) => void | Promise<void>;
}

/** Walks through an incident with a person, writes the report and says how it ended; returns the exit code. */
export async function runIncident(run: IncidentRun): Promise<number> {
  const { folder, clock, console, onEvent } = run;
  using incident = Incident.open(folder, {
    clock,
    onEvent: async (entry) => {
      await console.frontEnd.tell(entry);
      await onEvent?.(entry);
    },
  });
  const context: RunContext = { ...run, incident, frontEnd: console.frontEnd, signal: console.signal };
  let end: RunEnd;
  try {
    await openRun(context, run);
    end = await runRunbook(context);
  } catch (error) {
    if (!console.signal.aborted) throw error;
    end = 'stopped';
  }
  const report = writeReport(folder, incident.entries);
  const inPlace = [...incident.state.containments.values()].some(({ status }) => status !== 'planned');
  await console.close(summaryOf(run, end, report, inPlace));
  return exitCodeFor(end, console);
}

function summaryOf(
  { folder, resumeCommand, mode }: IncidentRun,
  end: RunEnd,
  report: { markdown: string; html: string },
  contained: boolean,
): string[] {
  const ends: Record<RunEnd, string> = {
    done: mode === 'drill' ? 'The drill is over.' : 'The runbook is done, and every containment is proven.',
    'not-proven': 'The runbook is done, but a containment is NOT proven. Read the report.',
    stopped: `Stopped. Go on with: ${resumeCommand}`,
  };
  return [
    ends[end],
    `Report    ${report.html}`,
    `          ${report.markdown}`,
    `Evidence  ${folder}`,
    ...(contained ? [`Undo      npx firebreak undo ${folder}`] : []),
  ];
}

function exitCodeFor(end: RunEnd, { signal, ranOutOfAnswers }: Console): number {
  if (end === 'done') return EXIT.done;
  if (end === 'not-proven') return EXIT.notProven;
  if (ranOutOfAnswers()) return EXIT.needsHuman;
  return signal.aborted ? EXIT.interrupted : EXIT.done;
}
