import { callerIdentity, connect, type OrgOptions, orgClients } from '@firebreak/aws';
import { Problem } from '@firebreak/problem';
import { currentConfig } from '../config/current-config.ts';
import { responderName } from '../responder.ts';
import { accountChecks } from './account-checks.ts';
import { athenaCheck } from './athena-check.ts';
import { bucketChecks } from './bucket-checks.ts';
import { type Check, missingFor, ok, type PlannedCheck, warning } from './check.ts';
import { credentialChecks } from './credential-checks.ts';
import type { DoctorRoom } from './doctor-room.ts';
import { inboxCheck } from './inbox-check.ts';
import { machineChecks } from './machine-checks.ts';

export interface PlannedChecks {
  /** What is known already: whether there is a configuration. */
  readonly first: Check;
  readonly planned: readonly PlannedCheck[];
}

/** Everything that an incident will need, in the order in which it is needed. */
export async function allChecks(profile: string | undefined): Promise<PlannedChecks> {
  const name = 'configuration';
  try {
    const found = await currentConfig();
    if (found === undefined) {
      const none = warning(
        'there is no firebreak.yaml in this folder or above: only the account that you are signed in to is reached',
        'Write one.',
        'firebreak init',
      );
      return { first: { name, ...none }, planned: checksIn(roomWithout(profile)) };
    }
    const notes = new Map<string, string>();
    const options: OrgOptions = {
      responder: responderName(),
      profile,
      onNote: (account, note) => notes.set(account, note),
    };
    const { config, path } = found;
    const org = orgClients(config, options);
    const count = config.accounts.length;
    const says = `${path}, ${count} account${count === 1 ? '' : 's'}`;
    const room = { config, profile, org, notes, terminal: org.terminal, caller: org.caller };
    return { first: { name, ...ok(says) }, planned: checksIn(room) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { first: { name, ...missingFor(error) }, planned: checksIn(roomWithout(profile)) };
  }
}

function roomWithout(profile: string | undefined): DoctorRoom {
  const terminal = once(() => connect({ profile }));
  const caller = once(async () => callerIdentity(await terminal()));
  return { config: undefined, profile, org: undefined, notes: new Map(), terminal, caller };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function checksIn(room: DoctorRoom): PlannedCheck[] {
  return [
    ...machineChecks(),
    ...credentialChecks(room),
    ...accountChecks(room),
    inboxCheck(room),
    ...bucketChecks(room),
    athenaCheck(room),
  ];
}
