import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Api, byHandApi, callerIdentity, type RunByHand, sdkApi } from '@firebreak/aws';
import { openDrill } from '@firebreak/drill';
import {
  type ContainmentState,
  Incident,
  incidentState,
  journalPath,
  readJournal,
} from '@firebreak/incident';
import { type Prompt, undoContainments } from '@firebreak/runbook';
import { safeText } from '@firebreak/untrusted';
import { SCENARIOS } from '../content.ts';
import { EXIT } from '../exit-codes.ts';
import { type ReachFlags, reachAws } from '../incident/reach-aws.ts';
import { writeReport } from '../incident/write-report.ts';
import { onInterrupt } from '../interrupt.ts';
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
  const { signal, release } = onInterrupt();
  const reader = new LineReader();
  const ask = async (question: string) => {
    say(question);
    return (await reader.next(signal))?.trim();
  };
  const reached =
    opened?.mode === 'drill'
      ? await reachDrill(folder)
      : await reachAccount(flags, opened?.finding.account, byHandOver(reader, signal));
  const api = reached.api;
  try {
    using incident = Incident.open(folder, {
      clock: reached.clock,
      onEvent: (entry) => {
        for (const line of entryLines(entry)) say(line);
      },
    });
    const { undone, left } = await undoContainments({
      incident,
      api,
      by: responderName(),
      force: flags.force === true,
      confirm: async (containment) => flags.yes === true || confirmed(containment, ask),
    });
    const { html } = writeReport(folder, incident.entries);
    for (const title of undone) say(`undone   ${safeText(title)}`);
    for (const { title, why } of left) say(`left     ${safeText(title)}: ${safeText(why)}`);
    if (undone.length + left.length === 0) say('There is nothing to undo.');
    say(`Report   ${html}`);
    return left.length === 0 ? EXIT.done : EXIT.needsHuman;
  } finally {
    reader.close();
    release();
    await reached.close();
  }
}

interface Reached {
  readonly api: Api;
  readonly clock: () => Date;
  close(): Promise<void>;
}

async function reachDrill(folder: string): Promise<Reached> {
  const marker = JSON.parse(await readFile(join(folder, 'drill', 'drill.json'), 'utf8')) as {
    scenario: string;
  };
  const drill = await openDrill({
    scenario: marker.scenario,
    scenariosFolder: SCENARIOS,
    folder: join(folder, 'drill'),
  });
  const api = sdkApi(drill.clients, await callerIdentity(drill.clients));
  return { api, clock: drill.clock, close: () => drill.close() };
}

type Ask = (question: string) => Promise<string | undefined>;

async function reachAccount(
  flags: UndoFlags,
  account: string | null | undefined,
  byHand: RunByHand,
): Promise<Reached> {
  const reach = await reachAws(flags, account ?? undefined);
  say(safeText(reach.because));
  const api = reach.api === 'by-hand' ? byHandApi(byHand) : reach.api;
  return { api, clock: () => new Date(), close: async () => undefined };
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

async function confirmed({ plan }: ContainmentState, ask: Ask): Promise<boolean> {
  return (await ask(`Undo "${safeText(plan.title)}"? Type yes:`)) === 'yes';
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
