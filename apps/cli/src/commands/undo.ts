import type { RunByHand } from '@firebreak/aws';
import {
  type ContainmentState,
  Incident,
  incidentState,
  journalPath,
  readJournal,
} from '@firebreak/incident';
import { type Prompt, undoContainments } from '@firebreak/runbook';
import { safeText } from '@firebreak/untrusted';
import { EXIT } from '../exit-codes.ts';
import { reachAgain } from '../incident/reach-again.ts';
import type { ReachFlags } from '../incident/reach-aws.ts';
import { writeReport } from '../incident/write-report.ts';
import { Interrupted, onLeaving, unlessAborted } from '../interrupt.ts';
import { askPlainly } from '../plain/ask-plainly.ts';
import { entryLines } from '../plain/entry-lines.ts';
import { LineReader } from '../plain/line-reader.ts';
import { promptLines } from '../plain/prompt-lines.ts';
import { responderName } from '../responder.ts';

export interface UndoFlags extends ReachFlags {
  readonly yes?: boolean;
  readonly force?: boolean;
}

/** Undoes what an incident contained, the last first, each read back. */
export async function undoCommand(folder: string, flags: UndoFlags): Promise<number> {
  const { opened } = incidentState(readJournal(journalPath(folder)));
  const { signal, release } = onLeaving();
  const reader = new LineReader();
  try {
    const byHand = byHandOver(reader, signal);
    await using reached = await unlessAborted(signal, reachAgain(folder, opened, flags, byHand));
    say(safeText(reached.because));
    using incident = Incident.open(folder, {
      clock: reached.clock,
      onEvent: (entry) => {
        for (const line of entryLines(entry)) say(line);
      },
    });
    const { undone, left } = await undoContainments({
      incident,
      api: reached.api,
      by: responderName(),
      force: flags.force === true,
      confirm: async (containment) =>
        !signal.aborted && (flags.yes === true || (await confirmed(containment, reader, signal))),
    });
    const { html } = writeReport(folder, incident.entries);
    for (const title of undone) say(`undone   ${safeText(title)}`);
    for (const { title, why } of left) say(`left     ${safeText(title)}: ${safeText(why)}`);
    if (undone.length + left.length === 0) say('There is nothing to undo.');
    say(`Report   ${html}`);
    if (left.length === 0) return EXIT.done;
    return signal.reason instanceof Interrupted ? EXIT.interrupted : EXIT.needsHuman;
  } finally {
    reader.close();
    release();
  }
}

/** Asks for what a line printed as the plain front end does, so that JSON over many lines can be pasted. */
function byHandOver(reader: LineReader, signal: AbortSignal): RunByHand {
  return async (call, command, wants) => {
    const step = { id: 'undo', title: 'Undo', prose: '' };
    const prompt: Prompt = { kind: 'by-hand', step, call, command, wants };
    for (const line of promptLines(prompt)) say(line);
    const answer = await askPlainly(prompt, reader, signal, say);
    return answer?.kind === 'ran' ? answer.output : undefined;
  };
}

async function confirmed(
  { plan }: ContainmentState,
  reader: LineReader,
  signal: AbortSignal,
): Promise<boolean> {
  say(`Undo "${safeText(plan.title)}"? Type yes:`);
  return (await reader.next(signal))?.trim() === 'yes';
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
