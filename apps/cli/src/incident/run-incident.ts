import type { Api } from '@firebreak/aws';
import type { Finding } from '@firebreak/guardduty';
import { Incident, type IncidentOpened, type IncidentState, type JournalEntry } from '@firebreak/incident';
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
  /** Lines for the summary at the end, such as what became of a drill's intruder. */
  readonly epilogue?: () => readonly string[];
}

/** Walks through an incident with a person, writes the report and says how it ended; returns the exit code. */
export async function runIncident(run: IncidentRun): Promise<number> {
  const { console } = run;
  try {
    const { end, summary } = await walkThrough(run);
    await console.close(summary);
    return exitCodeFor(end, console);
  } catch (error) {
    // The terminal is given back before anybody says what went wrong.
    await console.close([]);
    throw error;
  }
}

async function walkThrough(run: IncidentRun): Promise<{ end: RunEnd; summary: string[] }> {
  const { folder, clock, console, onEvent } = run;
  using incident = Incident.open(folder, {
    clock,
    onEvent: async (entry) => {
      await console.frontEnd.tell(entry);
      await onEvent?.(entry);
    },
  });
  if (incident.entries.length > 0) console.recall(incident.entries);
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
  return { end, summary: summaryOf(run, end, report, incident.state) };
}

function summaryOf(
  { folder, resumeCommand, epilogue }: IncidentRun,
  end: RunEnd,
  report: { markdown: string; html: string },
  { containments }: IncidentState,
): string[] {
  const states = [...containments.values()].map(({ status }) => status);
  const proven = states.filter((status) => status === 'proven').length;
  const ends: Record<RunEnd, string> = {
    done: `The runbook is done. Containments proven: ${proven} of ${states.length}.`,
    'not-proven': `The runbook is done, but only ${proven} of ${states.length} containments are PROVEN. Read the report.`,
    stopped: `Stopped. Go on with: ${resumeCommand}`,
  };
  return [
    ends[end],
    ...(epilogue?.() ?? []),
    `Report    ${report.html}`,
    `          ${report.markdown}`,
    `Evidence  ${folder}`,
    ...(states.some((status) => status !== 'planned') ? [`Undo      npx firebreak undo ${folder}`] : []),
  ];
}

function exitCodeFor(end: RunEnd, { signal, ranOutOfAnswers }: Console): number {
  if (end === 'done') return EXIT.done;
  if (end === 'not-proven') return EXIT.notProven;
  if (ranOutOfAnswers()) return EXIT.needsHuman;
  return signal.aborted ? EXIT.interrupted : EXIT.done;
}
