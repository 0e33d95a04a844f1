import { join } from 'node:path';
import type { Finding } from '@firebreak/guardduty';
import { chooseRunbook } from '../incident/choose-runbook.ts';
import { findOpenIncident, newIncidentId } from '../incident/incident-folders.ts';
import { openLogs } from '../incident/open-logs.ts';
import { type Reach, type ReachFlags, reachAws } from '../incident/reach-aws.ts';
import { readOneFinding } from '../incident/read-finding-file.ts';
import { runIncident } from '../incident/run-incident.ts';
import { type ConsoleFlags, consoleKind, openConsole } from '../open-console.ts';
import { responderName } from '../responder.ts';
import { resumeCommandOf } from '../resume-command.ts';

export interface RespondFlags extends ConsoleFlags, ReachFlags {
  readonly dir: string;
  readonly logs?: string;
  readonly finding?: string;
  readonly runbook?: string;
  readonly new?: boolean;
}

/** Guides from a finding to its end. Everything that was given is read before anything is written. */
export async function respondCommand(path: string, flags: RespondFlags): Promise<number> {
  const { finding, text } = await readOneFinding(path, flags.finding);
  const runbook = await chooseRunbook(finding, flags.runbook);
  const showProgress = process.stderr.isTTY && !flags.json;
  const logs =
    flags.logs === undefined
      ? undefined
      : await openLogs(flags.logs, showProgress ? { onProgress: drawProgress } : {});
  try {
    const reach = await reachAws(flags, finding.accountId);
    const open = flags.new ? undefined : findOpenIncident(flags.dir, finding.id, reach.mode);
    const id = open?.id ?? newIncidentId(flags.dir, finding.type.family ?? finding.type.name, new Date());
    const resumeCommand = resumeCommandOf(process.argv);
    const console = await openConsole(consoleKind(flags), {
      title: `${finding.type.name} (${finding.severity.label})`,
      briefing: briefingOf(finding, reach, logs?.description, open !== undefined),
      resumeCommand,
    });
    return await runIncident({
      id,
      folder: join(flags.dir, id),
      mode: reach.mode,
      finding,
      findingText: text,
      runbook,
      api: reach.api,
      logs,
      clock: () => new Date(),
      responder: responderName(),
      console,
      resumeCommand,
    });
  } finally {
    await logs?.close();
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

function drawProgress(what: string, done: number, total: number): void {
  process.stderr.write(`\r\u001b[K${what}: ${done}/${total} files${done === total ? '\n' : ''}`);
}
