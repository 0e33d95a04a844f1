import { assumedRoleOfArn, parseArn, readAccessKey, roleNameOfArn } from '@firebreak/iam';
import type { Issuance } from './issuance.ts';
import type { LineageKey } from './lineage.ts';
import { owningUser, userNameOfArn } from './owning-user.ts';
import type { TrailCall } from './trail-call.ts';
import type { TrailCaller } from './trail-caller.ts';

/** The role or user that a key's permissions come from. */
type Holder = Pick<LineageKey, 'sessionIssuerArn' | 'roleName' | 'userName'>;

/** A key whose issuing call is known. Its own calls, if there are any, say what the issuing call leaves out. */
export function issuedKey({ accessKeyId, event }: Issuance, own?: TrailCaller): LineageKey {
  const { identity } = event;
  const holder = holderOf(event, own);
  return {
    accessKeyId,
    kind: readAccessKey(accessKeyId).kind,
    issuedBy: identity.accessKeyId ?? identity.invokedBy ?? null,
    eventId: event.id ?? null,
    eventName: event.name,
    time: event.time,
    principalArn:
      identity.arn ?? identity.sessionIssuerArn ?? identity.invokedBy ?? identity.principalId ?? null,
    ...holder,
    sourceIp: event.sourceAddress ?? null,
    userAgent: event.userAgent ?? null,
    // IAM makes keys for users of its own account only; STS gives out keys of other accounts too.
    account:
      (event.name === 'CreateAccessKey' ? event.accountId : undefined) ??
      ownerOf(accessKeyId, holder.sessionIssuerArn, event.accountId),
    region: event.region ?? null,
    sessionName:
      event.requestedSessionName ?? assumedRoleOfArn(event.assumedRoleArn ?? '')?.sessionName ?? null,
    sourceIdentity: event.sourceIdentity ?? identity.sourceIdentity ?? own?.sourceIdentity ?? null,
    sessionCreated: null,
    sharedEventId: event.sharedEventId ?? null,
  };
}

/** A key that is only known by the calls it signed, if by any. */
export function seenKey(accessKeyId: string, identity: TrailCaller | undefined): LineageKey {
  const arn = identity?.arn;
  const role =
    identity?.sessionIssuerArn === undefined ? undefined : roleNameOfArn(identity.sessionIssuerArn);
  return {
    accessKeyId,
    kind: readAccessKey(accessKeyId).kind,
    issuedBy: null,
    eventId: null,
    eventName: null,
    time: null,
    principalArn: arn ?? null,
    sessionIssuerArn: identity?.sessionIssuerArn ?? null,
    roleName: role ?? (arn === undefined ? undefined : assumedRoleOfArn(arn)?.roleName) ?? null,
    userName: (identity === undefined ? undefined : owningUser(identity)?.user) ?? null,
    sourceIp: null,
    userAgent: null,
    account: ownerOf(accessKeyId, identity?.sessionIssuerArn ?? arn ?? null, identity?.accountId),
    region: null,
    sessionName: (arn === undefined ? undefined : assumedRoleOfArn(arn)?.sessionName) ?? null,
    sourceIdentity: identity?.sourceIdentity ?? null,
    sessionCreated: identity?.sessionCreated ?? null,
    sharedEventId: null,
  };
}

function holderOf(event: TrailCall, own: TrailCaller | undefined): Holder {
  const { identity } = event;
  const caller = owningUser(identity)?.user ?? null;
  if (event.name === 'GetSessionToken' || event.name === 'GetFederationToken')
    return { sessionIssuerArn: identity.arn ?? null, roleName: null, userName: caller };
  if (event.name === 'AssumeRoot') return rootHolder(event.targetPrincipal, own);
  if (event.name !== 'CreateAccessKey') return roleHolder(event, own);
  const userName = event.credentialUser ?? caller;
  return { sessionIssuerArn: arnOfUser(userName, identity, own) ?? null, roleName: null, userName };
}

/**
 * The root user of the member account that the call names, by its number or by an ARN.
 * Source: STS API Reference, "AssumeRoot", "TargetPrincipal".
 */
function rootHolder(target: string | undefined, own: TrailCaller | undefined): Holder {
  const account = target === undefined ? undefined : (parseArn(target)?.accountId ?? target);
  const arn = /^\d{12}$/.test(account ?? '') ? `arn:aws:iam::${account}:root` : own?.arn;
  return { sessionIssuerArn: arn ?? null, roleName: null, userName: null };
}

/** A user's ARN may hold a path, so it is taken from records only. A root user that names no user has a key of its own. */
function arnOfUser(
  user: string | null,
  caller: TrailCaller,
  own: TrailCaller | undefined,
): string | undefined {
  if (user === null) return caller.type === 'Root' ? caller.arn : undefined;
  return [own?.arn, caller.arn].find((arn) => userNameOfArn(arn) === user);
}

/** What was answered counts for more than what was asked for, which has the role's path. Never the caller's role. */
function roleHolder({ assumedRoleArn, requestedRoleArn }: TrailCall, own: TrailCaller | undefined): Holder {
  const roles = [requestedRoleArn, own?.sessionIssuerArn].filter((arn) => arn !== undefined);
  const arn = roles.find((role) => assumedRoleArn === undefined || isRoleOf(role, assumedRoleArn));
  const roleName =
    (assumedRoleArn === undefined ? undefined : assumedRoleOfArn(assumedRoleArn)?.roleName) ??
    (arn === undefined ? undefined : roleNameOfArn(arn));
  return { sessionIssuerArn: arn ?? assumedRoleArn ?? null, roleName: roleName ?? null, userName: null };
}

function isRoleOf(role: string, session: string): boolean {
  return (
    parseArn(role)?.accountId === parseArn(session)?.accountId &&
    roleNameOfArn(role) === assumedRoleOfArn(session)?.roleName
  );
}

/** The account that a key belongs to is that of the role or user behind it; the key id says it too, unless it is old. */
function ownerOf(accessKeyId: string, issuerArn: string | null, seenIn: string | undefined): string | null {
  const ofIssuer = issuerArn === null ? undefined : parseArn(issuerArn)?.accountId;
  return ofIssuer || readAccessKey(accessKeyId).accountId || seenIn || null;
}
