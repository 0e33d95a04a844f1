import type { LineageGap } from './lineage.ts';
import { gap } from './lineage-gaps.ts';
import { keyOr, lookupCommand, nameOr } from './lookup-command.ts';
import type { LookupAttribute, LookupPlace } from './lookup-events.ts';

/** A region did not answer, or refused to. */
export function failedGap(
  { account, region }: LookupPlace,
  attribute: LookupAttribute,
  value: string,
  { message }: Error,
): LineageGap {
  return gap(
    'source-unavailable',
    `The event history in ${region} of account ${account} could not be asked: ${message}`,
    'Ask with credentials that allow cloudtrail:LookupEvents there',
    commandFor(attribute, value, region),
  );
}

/** There were more events than are read. The newest come first. */
export function cutOffGap(
  { account, region }: LookupPlace,
  attribute: LookupAttribute,
  value: string,
  pages: number,
): LineageGap {
  return gap(
    'source-unavailable',
    `Only the newest ${pages * 50} events of ${value} in ${region} of account ${account} were read`,
    'Narrow the time, or take the log files',
    commandFor(attribute, value, region),
  );
}

/** What CloudTrail answered with holds no record. */
export function unreadableGap({ account, region }: LookupPlace): LineageGap {
  return gap(
    'source-unavailable',
    `CloudTrail answered with an event in ${region} of account ${account} that cannot be read`,
    'Look it up by hand, or take the log files',
  );
}

function commandFor(attribute: LookupAttribute, value: string, region: string): string {
  const safe = attribute === 'Username' ? nameOr(value, 'NAME') : keyOr(value);
  return lookupCommand(attribute, safe, { region });
}
