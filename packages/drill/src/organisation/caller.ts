import { expiredFault, type Service, unknownKeyFault } from '../operations/service-fault.ts';
import { federatedUserArn, roleArn, sessionArn, userArn } from './entity-arn.ts';
import type { AccountState, OrganisationData, Session } from './organisation-schema.ts';
import { own } from './own.ts';

/** Who signed a call, as IAM sees it. */
export interface Caller {
  readonly accessKeyId: string;
  /** 12 digits. */
  readonly accountId: string;
  /** As GetCallerIdentity says it. */
  readonly arn: string;
  /** `aws:userid`, as GetCallerIdentity says it. */
  readonly userId: string;
  /** `aws:PrincipalArn`: of a role's session the role, without the session. */
  readonly principalArn: string;
  /** The entity whose policies govern the call. */
  readonly governedBy: { readonly kind: 'user' | 'role'; readonly name: string };
  /** Present for temporary credentials. */
  readonly session: Session | undefined;
}

/** What a client puts into its signature. Secrets are not compared: nothing here is worth guarding. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly sessionToken?: string | undefined;
}

/**
 * Finds who signed a call.
 *
 * @throws the service's InvalidClientTokenId or InvalidAccessKeyId for a key that is unknown or inactive, and
 * ExpiredToken for a session past its time.
 */
export function resolveCaller(
  organisation: OrganisationData,
  credentials: Credentials,
  { service, now }: { readonly service: Service; readonly now: Date },
): Caller {
  const { accessKeyId, sessionToken } = credentials;
  const session = own(organisation.sessions, accessKeyId);
  if (session === undefined) return longTermCaller(organisation, accessKeyId, service);
  const account = own(organisation.accounts, session.account);
  if (account === undefined || !sessionToken) throw unknownKeyFault(service);
  if (new Date(session.expiresAt) <= now) throw expiredFault(service);
  const caller = sessionCaller(accessKeyId, session, account);
  if (caller === undefined) throw unknownKeyFault(service);
  return caller;
}

function longTermCaller(organisation: OrganisationData, accessKeyId: string, service: Service): Caller {
  for (const [accountId, { users }] of Object.entries(organisation.accounts))
    for (const [name, user] of Object.entries(users)) {
      if (own(user.accessKeys, accessKeyId)?.status !== 'Active') continue;
      const arn = userArn(accountId, user.path, name);
      return {
        accessKeyId,
        accountId,
        arn,
        userId: user.userId,
        principalArn: arn,
        governedBy: { kind: 'user', name },
        session: undefined,
      };
    }
  throw unknownKeyFault(service);
}

function sessionCaller(accessKeyId: string, session: Session, account: AccountState): Caller | undefined {
  const common = { accessKeyId, accountId: session.account, session };
  if (session.kind === 'assumed-role') {
    const role = own(account.roles, session.role);
    if (role === undefined) return undefined;
    return {
      ...common,
      arn: sessionArn(session.account, session.role, session.sessionName),
      userId: `${role.roleId}:${session.sessionName}`,
      principalArn: roleArn(session.account, role.path, session.role),
      governedBy: { kind: 'role', name: session.role },
    };
  }
  const user = own(account.users, session.user);
  if (user === undefined) return undefined;
  const governedBy = { kind: 'user', name: session.user } as const;
  if (session.kind === 'federation-token') {
    const arn = federatedUserArn(session.account, session.name);
    return { ...common, arn, userId: `${session.account}:${session.name}`, principalArn: arn, governedBy };
  }
  const arn = userArn(session.account, user.path, session.user);
  return { ...common, arn, userId: user.userId, principalArn: arn, governedBy };
}
