import { assumedRoleOfArn, parseArn, readAccessKey, roleNameOfArn } from '@firebreak/iam';
import type { LineageKey } from './lineage.ts';
import type { TrailIdentity } from './trail-event.ts';
import type { Issuance } from './trail-index.ts';

/** A key whose issuing call is known. */
export function issuedKey({ accessKeyId, event }: Issuance): LineageKey {
  const roleArn = event.requestedRoleArn ?? event.identity.sessionIssuerArn ?? null;
  const isSessionToken = event.name === 'GetSessionToken' || event.name === 'GetFederationToken';
  const issuer = isSessionToken ? (event.identity.arn ?? null) : roleArn;
  return {
    accessKeyId,
    kind: readAccessKey(accessKeyId).kind,
    issuedBy: event.identity.accessKeyId ?? event.identity.invokedBy ?? null,
    eventId: event.id ?? null,
    eventName: event.name,
    time: event.time,
    principalArn: event.identity.arn ?? event.identity.invokedBy ?? event.identity.principalId ?? null,
    sessionIssuerArn: issuer,
    roleName: isSessionToken || roleArn === null ? null : (roleNameOfArn(roleArn) ?? null),
    sourceIp: event.sourceAddress ?? null,
    userAgent: event.userAgent ?? null,
    account: ownerOf(accessKeyId, issuer, event.accountId),
    region: event.region ?? null,
  };
}

/** A key that is only known by the calls it signed, if by any. */
export function seenKey(accessKeyId: string, identity: TrailIdentity | undefined): LineageKey {
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
    sourceIp: null,
    userAgent: null,
    account: ownerOf(accessKeyId, identity?.sessionIssuerArn ?? arn ?? null, identity?.accountId),
    region: null,
  };
}

/** The account that a key belongs to is that of the role or user behind it; the key id says it too, unless it is old. */
function ownerOf(accessKeyId: string, issuerArn: string | null, seenIn: string | undefined): string | null {
  const ofIssuer = issuerArn === null ? undefined : parseArn(issuerArn)?.accountId;
  return ofIssuer || readAccessKey(accessKeyId).accountId || seenIn || null;
}
