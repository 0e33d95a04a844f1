import { join } from 'node:path';
import type { Finding } from '@firebreak/guardduty';
import type { Logs } from '@firebreak/runbook';
import { controllingTerminal } from '../controlling-terminal.ts';
import { UsageProblem } from '../errors.ts';
import { chooseRunbook } from '../incident/choose-runbook.ts';
import { findOpenIncident, newIncidentId } from '../incident/incident-folders.ts';
import { openCentralLogs } from '../incident/open-central-logs.ts';
import { type OpenedLogs, openLogs } from '../incident/open-logs.ts';
import { type Reach, type ReachFlags, reachAws } from '../incident/reach-aws.ts';
import { readOneFinding } from '../incident/read-finding-file.ts';
import { runIncident } from '../incident/run-incident.ts';
import { onLeaving, unlessAborted } from '../interrupt.ts';
import { type ConsoleFlags, consoleKind, openConsole } from '../open-console.ts';
import { drawProgress } from '../plain/progress-line.ts';
import type { EngineFlags } from '../query/engine-flags.ts';
import { responderName } from '../responder.ts';
import { resumeCommandOf } from '../resume-command.ts';

export interface RespondFlags
  extends ConsoleFlags,
    ReachFlags,
    Pick<EngineFlags, 'logs' | 'athena' | 'database' | 'workgroup' | 'results' | 'maxScan'> {
  readonly dir: string;
  readonly finding?: string;
  readonly runbook?: string;
  readonly new?: boolean;
}

/** Guides from a finding to its end. Everything that was given is read before anything is written. */
export async function respondCommand(path: string, flags: RespondFlags): Promise<number> {
  const { finding, content } = await readOneFinding(path, flags.finding);
  const runbook = await chooseRunbook(finding, flags.runbook);
  await using given = await prepare(finding, flags);
  const { logs, reach } = given;
  const open = flags.new ? undefined : findOpenIncident(flags.dir, finding.id, reach.mode);
  const id = open?.id ?? newIncidentId(flags.dir, finding.type.family ?? finding.type.name, new Date());
  const folder = join(flags.dir, id);
  const resumeCommand = resumeCommandOf(process.argv, join(folder, 'evidence', '001-finding.json'));
  // What delivered the finding cannot answer, and no program reads its answers from a terminal.
  const input = path === '-' && !flags.json ? controllingTerminal() : undefined;
  try {
    const console = await openConsole(consoleKind(flags, input), {
      title: `${finding.type.name} (${finding.severity.label})`,
      briefing: briefingOf(finding, reach, logs?.description, open !== undefined),
      resumeCommand,
      ...(input === undefined ? {} : { input }),
    });
    return await runIncident({
      id,
      folder,
      mode: reach.mode,
      finding,
      findingText: content,
      clockSkew: reach.clockSkew,
      runbook,
      api: reach.api,
      logs,
      clock: () => new Date(),
      responder: responderName(),
      console,
      resumeCommand,
    });
  } finally {
    input?.destroy();
  }
}

interface Prepared extends AsyncDisposable {
  readonly logs: Logs | undefined;
  readonly reach: Reach;
}

/** Reads the logs and reaches AWS, until Ctrl+C; then nothing of the logs is left behind. */
async function prepare(finding: Finding, flags: RespondFlags): Promise<Prepared> {
  const { signal, release } = onLeaving();
  const onProgress = process.stderr.isTTY && !flags.json ? { onProgress: drawProgress } : {};
  let logs: OpenedLogs | undefined;
  try {
    if (flags.athena && flags.logs !== undefined) {
      throw new UsageProblem('Cannot begin: --athena and --logs exclude each other', {
        remedy: 'Give --logs DIR for local files, or --athena for the central bucket.',
      });
    }
    if (flags.logs !== undefined) logs = await openLogs(flags.logs, { signal, ...onProgress });
    if (flags.athena) logs = await openCentralLogs(flags, finding, { signal });
    const reach = await unlessAborted(signal, reachAws(flags, finding.accountId, finding.region));
    return { logs, reach, [Symbol.asyncDispose]: async () => logs?.close() };
  } catch (error) {
    await logs?.close();
    throw error;
  } finally {
    release();
  }
}

function briefingOf(
  finding: Finding,
  { because }: Reach,
  logs: string | undefined,
  resumed: boolean,
): string[] {
  const { title, credential, remote, accountId, region, firstSeen, lastSeen, count } = finding;
  const who = credential?.userName ?? credential?.principalId ?? 'not said';
  const from = [remote?.ip, remote?.country, remote?.organization].filter(Boolean).join(', ');
  return [
    title,
    '',
    `Account   ${accountId ?? 'not said'}, ${region ?? 'region not said'}`,
    `Key       ${credential?.accessKeyId ?? 'not said'} of ${who}${credential?.userType ? ` (${credential.userType})` : ''}`,
    ...(from === '' ? [] : [`From      ${from}`]),
    `Seen      ${firstSeen ?? 'not said'} to ${lastSeen ?? 'not said'}${count === undefined ? '' : `, ${count} times`}`,
    `Logs      ${logs ?? 'none given; steps that need them can be skipped'}`,
    `AWS       ${because}`,
    ...(finding.sample
      ? ['This is a SAMPLE finding: nothing in it exists, and nothing will be contained.']
      : []),
    ...(resumed ? ['The incident was begun before, and goes on where it stood.'] : []),
  ];
}
