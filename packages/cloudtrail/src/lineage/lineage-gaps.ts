import type { Issuance } from './issuance.ts';
import type { GapKind, LineageGap } from './lineage.ts';
import type { LineageCoverage } from './lineage-source.ts';
import { keyOr, lookupCommand } from './lookup-command.ts';
import type { TrailCall } from './trail-call.ts';

/** A gap whose lookup is some words of advice and then a command. */
export function gap(kind: GapKind, what: string, advice: string, command: string | null = null): LineageGap {
  return { kind, what, lookup: command === null ? advice : `${advice}: ${command}`, command };
}

/** No record in the source is signed by the key, or hands it out. */
export function neverSeen(key: string, { from, to }: LineageCoverage = noCoverage): LineageGap {
  const between = from === undefined || to === undefined ? '' : ` between ${from} and ${to}`;
  return gap(
    'key-never-seen',
    `No record${between} mentions ${key}`,
    'Widen the logs (all regions, earlier days), or',
    lookupCommand('AccessKeyId', keyOr(key)),
  );
}

const noCoverage: LineageCoverage = { from: undefined, to: undefined };

/** A long-term key was made by somebody else's hand. That its maker is the intruder does not follow. */
export function madeByCall({ accessKeyId, event }: Issuance): LineageGap {
  const { identity } = event;
  const maker = identity.accessKeyId ?? identity.arn ?? identity.principalId ?? 'an unknown caller';
  return gap(
    'made-by-hand',
    `${accessKeyId} was made with ${event.name} (event ${idOf(event)}) by ${maker}; that does not prove that whoever holds the key also holds its maker's`,
    `Compare time, address and user agent of that event with the intruder's. If they differ, the trouble begins at ${accessKeyId}, and its maker may be left alone.`,
  );
}

/** The records say that a key handed out its own maker. */
export function descendsFromItself(key: string): LineageGap {
  return gap(
    'loop',
    `The records say that ${key} descends from itself`,
    'Check the integrity of the logs',
    'aws cloudtrail validate-logs --trail-arn TRAIL --start-time TIME',
  );
}

export function idOf({ id }: TrailCall): string {
  return id ?? 'without id';
}
