import { regionsOf } from '@firebreak/aws';
import { connectGuardDuty, type InboxProblem, listFindings, NoRegionRead } from '@firebreak/guardduty';
import { missing, ok, type PlannedCheck, skipped } from './check.ts';
import type { DoctorRoom } from './doctor-room.ts';

/** Whether the inbox of GuardDuty can be read in every region, with the account that sees all findings. */
export function inboxCheck({ config, org, profile }: DoctorRoom): PlannedCheck {
  return {
    name: 'GuardDuty',
    async run(signal) {
      if (config?.guardduty === undefined || org === undefined)
        return skipped(
          'the configuration names no delegated administrator',
          'Add "guardduty.administrator" if findings are to be listed.',
        );
      const { administrator } = config.guardduty;
      const { credentials } = await org.open(administrator);
      const clientFor = await connectGuardDuty({
        ...(profile === undefined ? {} : { profile }),
        ...(credentials === undefined ? {} : { credentials }),
      });
      const regions = regionsOf(config);
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
    },
  };
}
