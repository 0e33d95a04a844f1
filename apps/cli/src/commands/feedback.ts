import { type ApiCall, cliLine, operationName } from '@firebreak/aws';
import {
  archiveFindings,
  connectGuardDuty,
  type FindingChange,
  giveFeedback,
  InboxProblem,
  NoAnswer,
  sendFindingChange,
  unarchiveFindings,
} from '@firebreak/guardduty';
import { Incident, journalPath } from '@firebreak/incident';
import { safeText } from '@firebreak/untrusted';
import { UsageProblem } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import { keptFinding, placeOf } from '../incident/kept-finding.ts';
import { onLeaving } from '../interrupt.ts';
import { LineReader } from '../plain/line-reader.ts';

export interface FeedbackFlags {
  readonly useful?: boolean;
  readonly notUseful?: boolean;
  readonly archive?: boolean;
  readonly unarchive?: boolean;
  readonly comment?: string;
  readonly detector?: string;
  readonly profile?: string;
  readonly yes?: boolean;
}

/** Archives an incident's finding, or tells AWS whether it was useful: shown, approved, journaled, sent. */
export async function feedbackCommand(folder: string, flags: FeedbackFlags): Promise<number> {
  journalPath(folder);
  using incident = Incident.open(folder, { clock: () => new Date() });
  if (incident.state.opened?.mode === 'drill') {
    throw new UsageProblem("Cannot give feedback: a drill's finding is not in GuardDuty", {
      where: folder,
      remedy: 'Give the folder of a real incident.',
    });
  }
  const finding = await keptFinding(folder, incident.entries, incident.state);
  const changes = changesOf(flags, placeOf(finding, flags.detector));
  const account = finding.accountId ?? '';
  const calls = changes.map((change) => ({ change, call: callOf(change, account) }));
  for (const { call } of calls) say(`will run: ${safeText(cliLine(call))}`);
  if (!flags.yes && !(await confirmed())) {
    say('Nothing was sent.');
    return EXIT.needsHuman;
  }
  const clientFor = await connectGuardDuty(flags.profile === undefined ? {} : { profile: flags.profile });
  for (const { change, call } of calls) {
    const line = { step: 'finding', purpose: 'apply' } as const;
    await incident.record({ type: 'call.intended', ...line, call });
    try {
      await sendFindingChange(change, clientFor);
    } catch (error) {
      if (error instanceof InboxProblem) {
        const effect = error instanceof NoAnswer ? 'unknown' : 'none';
        await incident.record({ type: 'call.failed', ...line, effect, why: error.message });
      }
      throw error;
    }
    await incident.record({ type: 'call.returned', ...line, answer: {} });
    say(`done      ${operationName(call)}`);
  }
  return EXIT.done;
}

function changesOf(
  flags: FeedbackFlags,
  place: Parameters<typeof archiveFindings>[0],
): readonly FindingChange[] {
  const { useful, notUseful, archive, unarchive, comment } = flags;
  if (useful && notUseful) throw contradiction('--useful', '--not-useful');
  if (archive && unarchive) throw contradiction('--archive', '--unarchive');
  const changes = [
    ...(useful || notUseful ? giveFeedback(place, useful ? 'USEFUL' : 'NOT_USEFUL', comment) : []),
    ...(archive ? archiveFindings(place) : []),
    ...(unarchive ? unarchiveFindings(place) : []),
  ];
  if (changes.length > 0) return changes;
  throw new UsageProblem('Cannot give feedback: it is not said which', {
    remedy: 'Add --useful or --not-useful, and --archive or --unarchive.',
  });
}

function contradiction(one: string, other: string): UsageProblem {
  return new UsageProblem(`Cannot give feedback: ${one} and ${other} contradict each other`, {
    remedy: 'Leave one of them out.',
  });
}

function callOf({ service, operation, input, region }: FindingChange, account: string): ApiCall {
  return { service, operation, input: { ...input }, region, account };
}

async function confirmed(): Promise<boolean> {
  const { signal, release } = onLeaving();
  const reader = new LineReader();
  try {
    say('Send this? Type yes:');
    return (await reader.next(signal))?.trim() === 'yes';
  } finally {
    reader.close();
    release();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
