import { type OrgClients, regionsOf } from '@firebreak/aws';
import { connectGuardDuty, type InboxProblem, listFindings, NoRegionRead } from '@firebreak/guardduty';
import { missing, type Outcome, ok, type PlannedCheck, skipped } from './check.ts';
import { type DoctorRoom, unlessSignedOut } from './doctor-room.ts';

/** Whether the inbox of GuardDuty can be read in every region, with the account that sees all findings. */
export function inboxCheck(room: DoctorRoom): PlannedCheck {
  return {
    name: 'GuardDuty',
    async run(signal) {
      const { config, org, profile } = room;
      if (config?.guardduty === undefined || org === undefined)
        return skipped(
          'the configuration names no delegated administrator',
          'Add "guardduty.administrator" if findings are to be listed.',
        );
      const { administrator } = config.guardduty;
      return unlessSignedOut(room, () => inboxRead(administrator, regionsOf(config), org, profile, signal));
    },
  };
}

async function inboxRead(
  administrator: string,
  regions: readonly string[],
  org: OrgClients,
  profile: string | undefined,
  signal: AbortSignal,
): Promise<Outcome> {
  const { credentials } = await org.open(administrator);
  const clientFor = await connectGuardDuty({
    ...(profile === undefined ? {} : { profile }),
    ...(credentials === undefined ? {} : { credentials }),
  });
  const failed = new Map<string, InboxProblem>();
  const inbox = listFindings(
    clientFor,
    { regions, limit: 1 },
    {
      signal,
      onProgress(progress) {
        if (progress.kind === 'region-failed') failed.set(progress.region, progress.problem);
      },
    },
  );
  try {
    for await (const _ of inbox) break;
  } catch (error) {
    if (!(error instanceof NoRegionRead)) throw error;
  }
  const [first] = failed.values();
  if (first === undefined)
    return ok(`the inbox of account ${administrator} is read in ${regions.join(', ')}`);
  return missing(
    `not read in ${[...failed.keys()].join(', ')}: ${first.message}`,
    first.remedy,
    'firebreak doctor --policy inbox',
  );
}
