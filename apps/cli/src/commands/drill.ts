import { join } from 'node:path';
import { callerIdentity, sdkApi } from '@firebreak/aws';
import { type Drill, type Move, openDrill } from '@firebreak/drill';
import type { JournalEntry } from '@firebreak/incident';
import type { Console } from '../console.ts';
import { SCENARIOS } from '../content.ts';
import { chooseRunbook } from '../incident/choose-runbook.ts';
import { findOpenIncident, newIncidentId } from '../incident/incident-folders.ts';
import { type OpenedLogs, openLogs } from '../incident/open-logs.ts';
import { runIncident } from '../incident/run-incident.ts';
import { scenarioFinding } from '../incident/scenario-finding.ts';
import { onLeaving } from '../interrupt.ts';
import { type ConsoleFlags, consoleKind, openConsole } from '../open-console.ts';
import { responderName } from '../responder.ts';
import { resumeCommandOf } from '../resume-command.ts';

export interface DrillFlags extends ConsoleFlags {
  readonly dir: string;
  readonly new?: boolean;
  readonly runbook?: string;
}

/** Plays a drill, or goes on with one that was not ended. */
export async function drillCommand(scenario: string, flags: DrillFlags): Promise<number> {
  const { finding, text } = await scenarioFinding(scenario, SCENARIOS);
  const runbook = await chooseRunbook(finding, flags.runbook);
  const open = flags.new ? undefined : findOpenIncident(flags.dir, finding.id, 'drill');
  const id = open?.id ?? newIncidentId(flags.dir, `drill ${scenario}`, new Date());
  const folder = join(flags.dir, id);
  const drill = await openDrill({ scenario, scenariosFolder: SCENARIOS, folder: join(folder, 'drill') });
  const resumeCommand = resumeCommandOf(process.argv);
  const kind = consoleKind(flags);
  const caller = await callerIdentity(drill.clients);
  const logs = await logsOf(drill);
  try {
    const console = await openConsole(kind, {
      title: `Drill: ${drill.title}`,
      briefing: briefingOf(drill, open !== undefined, kind === 'recommended'),
      resumeCommand,
    });
    return await runIncident({
      id,
      folder,
      mode: 'drill',
      finding,
      findingText: text,
      runbook,
      api: sdkApi(drill.clients, caller),
      logs,
      clock: drill.clock,
      responder: responderName(),
      console,
      resumeCommand,
      onEvent: intruderMoves(drill, console),
      epilogue: () => intruderAtTheEnd(drill),
    });
  } finally {
    await logs.close();
    await drill.close();
  }
}

/** Reads the drill's logs, until Ctrl+C. */
async function logsOf(drill: Drill): Promise<OpenedLogs> {
  const { signal, release } = onLeaving();
  try {
    return await openLogs(drill.logsPath, { signal });
  } catch (error) {
    await drill.close();
    throw error;
  } finally {
    release();
  }
}

function briefingOf({ story }: Drill, resumed: boolean, recommended: boolean): string[] {
  return [
    ...paragraphs(story),
    '',
    'This is a drill: a simulated organisation stands behind the AWS SDK. Nothing real is touched.',
    ...(resumed ? ['It was begun before, and goes on where it stood.'] : []),
    ...(recommended ? ['There is no terminal: the recommended choice is taken at each step.'] : []),
  ];
}

/** A text whose lines were wrapped by hand, a line a paragraph. */
function paragraphs(text: string): string[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' '));
}

/** The intruder moves when the responder begins, and again whenever one more containment is in place. */
function intruderMoves({ intruder }: Drill, console: Console): (entry: JournalEntry) => Promise<void> {
  const inPlace = new Set<string>();
  return async (entry) => {
    const isNew = entry.type === 'containment.proven' && !inPlace.has(entry.step);
    if (entry.type === 'containment.proven') inPlace.add(entry.step);
    if (!isNew && entry.type !== 'incident.opened') return;
    for (const move of await intruder.react(isNew ? 'contained' : 'start'))
      console.note(moveInWords(move), 'intruder');
  };
}

/** What the intruder's last try of each move came to. */
function intruderAtTheEnd({ intruder }: Drill): string[] {
  const tries = intruder.moves().filter(({ when }) => when === 'contained');
  const last = new Map(tries.map((move) => [move.id, move]));
  const stillIn = [...last.values()].filter(({ result }) => result === 'allowed');
  if (last.size === 0) return ['The intruder was not stopped.'];
  if (stillIn.length === 0) return [`The intruder is out: all of the last ${last.size} tries were denied.`];
  return stillIn.map((move) => `The intruder is STILL IN: ${moveInWords(move)}`);
}

function moveInWords({ credential, operation, target, result, why }: Move): string {
  const what = target === '' ? operation : `${operation} on ${target}`;
  return `${result.toUpperCase()}: ${what} with ${credential}${result === 'denied' ? ` (${shortReason(why)})` : ''}`;
}

/** The statement or the code that denied; the whole sentence is in the intruder's journal. */
function shortReason(why: string): string {
  return /^Statement (\S+) of/.exec(why)?.[1] ?? why.split(':')[0] ?? why;
}
