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
import { safeText } from '@firebreak/untrusted';
import type { Console } from '../console.ts';
import { EXIT } from '../exit-codes.ts';
import { OutputGone } from '../interrupt.ts';
import { writeReport } from './write-report.ts';

/** What one incident is made of. */
export interface IncidentRun {
  readonly id: string;
  readonly folder: string;
  readonly mode: IncidentOpened['mode'];
  readonly finding: Finding;
  readonly findingText: string | Uint8Array;
  readonly clockSkew?: () => number;
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
    if (isOutputGone(console))
      process.stderr.write(`firebreak: nobody reads the output any more. ${safeText(summary[0])}\n`);
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
    end = (await openRun(context, run)) === 'stopped' ? 'stopped' : await runRunbook(context);
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
    'nothing-contained': 'Nothing is contained: no containment step applied. Contain by other means.',
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

/** Only a runbook that was walked to its end, with everything proven, ends with 0. */
function exitCodeFor(end: RunEnd, console: Console): number {
  switch (end) {
    case 'done':
      return EXIT.done;
    case 'not-proven':
    case 'nothing-contained':
      return EXIT.notProven;
    case 'stopped':
      return console.signal.aborted && !isOutputGone(console) ? EXIT.interrupted : EXIT.needsHuman;
  }
}

function isOutputGone({ signal }: Console): boolean {
  return signal.reason instanceof OutputGone;
}
