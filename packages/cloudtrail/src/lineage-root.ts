import { readAccessKey } from '@firebreak/iam';
import type { Issuance } from './issuance.ts';
import type { LineageGap, LineageRoot } from './lineage.ts';
import { neverSeen, notIssuedHere, notSigned } from './lineage-gaps.ts';
import { issuedKey } from './lineage-key.ts';
import { owningUser } from './owning-user.ts';
import type { TrailIdentity } from './trail-event.ts';

/** The root behind a key that no record in the source handed out. Adds the gap, if it is one. */
export function rootOfKey(key: string, identity: TrailIdentity | undefined, gaps: LineageGap[]): LineageRoot {
  const { kind, accountId } = readAccessKey(key);
  const owner = identity === undefined ? undefined : owningUser(identity);
  const userName = owner?.user ?? null;
  const account = owner?.account ?? identity?.accountId ?? accountId ?? null;
  if (kind === 'long-term') {
    if (identity === undefined) gaps.push(neverSeen(key));
    if (identity?.type === 'Root')
      return { kind: 'root-user-key', name: 'root user', userName: null, account, accessKeyId: key };
    const name = userName ?? identity?.arn ?? key;
    return { kind: 'long-term-key', name, userName, account, accessKeyId: key };
  }
  gaps.push(identity === undefined ? neverSeen(key) : notIssuedHere(key, identity));
  if (userName !== null) return { kind: 'iam-user', name: userName, userName, account, accessKeyId: key };
  return { kind: 'unknown', name: identity?.arn ?? key, userName, account, accessKeyId: key };
}

/**
 * The root behind an issuing call that no key signed: an AWS service, an instance, an identity provider's user, or an
 * IAM user in the console. Adds the gap, if it is one.
 * Source: CloudTrail User Guide, "CloudTrail userIdentity element", "type".
 */
export function rootOfIssuance(issuance: Issuance, gaps: LineageGap[]): LineageRoot {
  const { event } = issuance;
  const { identity } = event;
  const session = event.requestedSessionName;
  const plain = { userName: null, account: null, accessKeyId: null };
  if (identity.type === 'AWSService') {
    const account = event.accountId ?? null;
    const service = identity.invokedBy ?? event.sourceAddress ?? 'an AWS service';
    if (service === 'ec2.amazonaws.com' && session?.startsWith('i-'))
      return { ...plain, kind: 'ec2-instance', name: session, account };
    const name = session === undefined ? service : `${service} for ${session}`;
    return { ...plain, kind: 'aws-service', name, account };
  }
  if (identity.type === 'SAMLUser') {
    const reserved = event.requestedRoleArn?.includes(':role/aws-reserved/sso.amazonaws.com/') === true;
    const name = identity.userName ?? identity.principalId ?? 'a SAML user';
    return { ...plain, kind: reserved ? 'identity-center-user' : 'saml-user', name };
  }
  if (identity.type === 'WebIdentityUser') {
    const name = identity.userName ?? identity.principalId ?? 'a web identity';
    return { ...plain, kind: 'web-identity-user', name };
  }
  return rootWithoutKey(issuance, gaps);
}

/** A user whom the record names is the root; a key that nobody who can be named has made is its own. */
function rootWithoutKey(issuance: Issuance, gaps: LineageGap[]): LineageRoot {
  const { identity, name: call } = issuance.event;
  const owner = owningUser(identity);
  gaps.push(notSigned(issuance.event));
  if (owner !== undefined)
    return {
      kind: 'iam-user',
      name: owner.user,
      userName: owner.user,
      account: owner.account,
      accessKeyId: null,
    };
  if (call === 'CreateAccessKey') {
    const { accessKeyId, userName, account } = issuedKey(issuance);
    return { kind: 'long-term-key', name: userName ?? accessKeyId, userName, account, accessKeyId };
  }
  const name = identity.arn ?? identity.sessionIssuerArn ?? identity.principalId ?? 'unknown';
  return { kind: 'unknown', name, userName: null, account: identity.accountId ?? null, accessKeyId: null };
}
