import { assumedRoleOfArn, roleNameOfArn } from '@firebreak/iam';
import { type AccountRole, accountOf, roleOf } from '../config/account-role.ts';
import type { FirebreakConfig } from '../config/config-schema.ts';
import { connect } from '../connect.ts';
import { CallRefused } from '../errors.ts';
import type { Clients } from '../operations.ts';
import { type CallerIdentity, callerIdentity } from '../sdk-api.ts';
import { assumeRole } from './assume-role.ts';
import { type CredentialProvider, type RoleSessions, roleSessions } from './role-credentials.ts';
import type { SessionPurpose } from './session-name.ts';

/** How the accounts of a configuration are reached. */
export interface OrgOptions extends SessionPurpose {
  readonly profile?: string | undefined;
  /** Where sessions are opened; the home region of the configuration when absent. */
  readonly region?: string | undefined;
  /** Milliseconds since 1970; the machine's clock when absent. */
  readonly now?: () => number;
  /** Hears what a session lacks, once for each account. */
  readonly onNote?: (account: string, note: string) => void;
}

/** The way into one account. */
export interface AccountAccess {
  readonly clients: Clients;
  readonly identity: CallerIdentity;
  /** Absent where the credentials of the terminal are used as they are. */
  readonly credentials: CredentialProvider | undefined;
}

/** The accounts of a configuration. Each is opened when it is first asked for, and once. */
export interface OrgClients {
  /** Whose credentials the terminal has. @throws {AwsProblem} when AWS does not say it. */
  caller(): Promise<CallerIdentity>;
  /**
   * The way into an account: through its role, or with the credentials of the terminal when they are of that account.
   *
   * @throws {CallRefused} when the account is not in the configuration, has no role, or refuses it; another
   *   {@link AwsProblem} when AWS is not reached.
   */
  open(account: string): Promise<AccountAccess>;
  /** The terminal's own clients, in the home region. */
  terminal(): Promise<Clients>;
}

export function orgClients(config: FirebreakConfig, options: OrgOptions): OrgClients {
  const region = options.region ?? config.regions.home;
  const terminal = once(() => connect({ profile: options.profile, region }));
  const caller = once(async () => callerIdentity(await terminal()));
  const accounts = new Map<string, Promise<AccountAccess>>();

  const throughRole = async (account: string, role: AccountRole): Promise<AccountAccess> => {
    const { sts } = await terminal();
    let isTold = false;
    const sessions: RoleSessions = roleSessions(async () => {
      const session = await assumeRole(sts, account, role, options);
      if (session.note !== undefined && !isTold) options.onNote?.(account, session.note);
      isTold = session.note !== undefined;
      return session;
    }, options.now);
    const { arn } = await sessions.current();
    const { credentials } = sessions;
    return { clients: await connect({ region, credentials }), identity: { account, arn }, credentials };
  };

  const opened = async (id: string): Promise<AccountAccess> => {
    const account = accountOf(config, id);
    if (account === undefined) throw notConfigured(id);
    const role = roleOf(config, account);
    const identity = await caller();
    const isHere = identity.account === id;
    if (role === undefined && !isHere) throw noRole(id, identity);
    if (role === undefined || (isHere && !(role.ownToAccount && !isRole(identity, role))))
      return { clients: await terminal(), identity, credentials: undefined };
    return throughRole(id, role);
  };

  return {
    caller,
    terminal,
    open(account) {
      const known = accounts.get(account);
      if (known !== undefined) return known;
      const opening = opened(account);
      accounts.set(account, opening);
      // What failed may be mended meanwhile: signed in again, the trust policy corrected.
      opening.catch(() => accounts.delete(account));
      return opening;
    },
  };
}

/** Whether the terminal is signed in with that very role, which need not trust itself. */
function isRole({ arn }: CallerIdentity, role: AccountRole): boolean {
  return assumedRoleOfArn(arn)?.roleName === roleNameOfArn(role.arn);
}

/** Keeps what came of the first try that did not fail. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    if (made !== undefined) return made;
    const making = make();
    made = making;
    making.catch(() => {
      made = undefined;
    });
    return making;
  };
}

function notConfigured(account: string): CallRefused {
  return new CallRefused(`Cannot reach account ${account}: it is not in the configuration`, {
    remedy: 'Add it to "accounts" in firebreak.yaml if firebreak may call it.',
  });
}

function noRole(account: string, caller: CallerIdentity): CallRefused {
  return new CallRefused(
    `Cannot reach account ${account}: you are signed in to ${caller.account}, and the configuration names no role to assume`,
    { remedy: `Add a role under "access" in firebreak.yaml, or sign in to account ${account}.` },
  );
}
