import { addressBlock, type TimelineSubjects } from '@firebreak/cloudtrail';
import { UsageProblem } from '../errors.ts';
import { timeFlag } from '../lineage/time-flag.ts';
import { durationOf } from './duration.ts';

export interface TimelineFlags {
  readonly key?: readonly string[];
  readonly principal?: readonly string[];
  readonly ip?: readonly string[];
  /** Also every key of the lineages of the keys. */
  readonly lineage?: boolean;
  readonly logs?: string;
  readonly since?: string;
  readonly until?: string;
  readonly quiet?: string;
  /** Each event on its own line. */
  readonly all?: boolean;
  readonly json?: boolean;
}

/** What the flags ask for. */
export interface TimelineQuestion {
  readonly subjects: Required<TimelineSubjects>;
  readonly logs: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly quietMs: number;
}

/** Source: IAM API Reference, "AccessKey", "AccessKeyId"; IAM User Guide, "IAM identifiers". */
const KEY_ID = /^(AKIA|ASIA|ABIA|ACCA)\w{12,124}$/;

/** @throws {UsageProblem} when they ask for nothing, or for what cannot be. */
export function timelineQuestion(flags: TimelineFlags): TimelineQuestion {
  const { key: keys = [], principal: principals = [], ip: addresses = [], logs, quiet = '1h' } = flags;
  if (keys.length + principals.length + addresses.length === 0)
    throw cannot('nobody is named', 'Give --key ID, --principal ARN or --ip ADDRESS.');
  for (const key of keys)
    if (!KEY_ID.test(key))
      throw cannot(
        `"${key.slice(0, 128)}" is no access key id`,
        'Give the id of a key, such as AKIA… or ASIA…, of at least 16 letters and digits.',
      );
  if (principals.includes(''))
    throw cannot('a principal is empty', 'Give an ARN, a unique id such as AIDA…, or a name.');
  for (const address of addresses)
    if (addressBlock(address) === undefined)
      throw cannot(
        `"${address.slice(0, 128)}" is no address`,
        'Give an IP address, or a block such as 203.0.113.0/24.',
      );
  if (flags.lineage && keys.length === 0)
    throw cannot('--lineage is for keys', 'Leave it out, or give --key ID.');
  if (logs === undefined)
    throw cannot('there is nothing to read', 'Give a folder or file of CloudTrail records with --logs.');
  const quietMs = durationOf(quiet);
  if (quietMs === undefined)
    throw cannot(`--quiet "${quiet.slice(0, 128)}" is no length of time`, 'Use 30m, 1h or 2d.');
  const from = flags.since === undefined ? undefined : timeFlag('--since', flags.since);
  const to = flags.until === undefined ? undefined : timeFlag('--until', flags.until);
  if (from !== undefined && to !== undefined && Date.parse(from) > Date.parse(to))
    throw cannot(`--since ${from} is after --until ${to}`, 'Swap them.');
  return { subjects: { keys, principals, addresses }, logs, from, to, quietMs };
}

function cannot(what: string, remedy: string): UsageProblem {
  return new UsageProblem(`Cannot show a timeline: ${what}`, { remedy });
}
