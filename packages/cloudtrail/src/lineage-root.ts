import { readAccessKey } from '@firebreak/iam';
import type { LineageGap, LineageRoot } from './lineage.ts';
import type { TrailIdentity } from './trail-event.ts';
import type { Issuance } from './trail-index.ts';

/** The root behind a key that no record in the source handed out. Adds the gap, if it is one. */
export function rootOfKey(key: string, identity: TrailIdentity | undefined, gaps: LineageGap[]): LineageRoot {
  const { kind } = readAccessKey(key);
  const userName = identity?.type === 'IAMUser' ? (identity.userName ?? null) : null;
  if (kind === 'long-term') {
    if (identity === undefined) gaps.push(neverSeen(key));
    if (identity?.type === 'Root')
      return { kind: 'root-user-key', name: 'root user', userName: null, accessKeyId: key };
    return { kind: 'long-term-key', name: userName ?? identity?.arn ?? key, userName, accessKeyId: key };
  }
  gaps.push(identity === undefined ? neverSeen(key) : notIssuedHere(key, identity));
  return { kind: 'unknown', name: identity?.arn ?? key, userName, accessKeyId: key };
}

/**
 * The root behind an issuing call that no key signed: an AWS service, an instance, or an identity provider's user.
 * Source: CloudTrail User Guide, "CloudTrail userIdentity element", "type".
 */
export function rootOfIssuance({ event }: Issuance, gaps: LineageGap[]): LineageRoot {
  const { identity } = event;
  const session = event.requestedSessionName;
  const plain = { userName: null, accessKeyId: null };
  if (identity.type === 'AWSService') {
    const service = identity.invokedBy ?? event.sourceAddress ?? 'an AWS service';
    if (service === 'ec2.amazonaws.com' && session?.startsWith('i-'))
      return { kind: 'ec2-instance', name: session, ...plain };
    return {
      kind: 'aws-service',
      name: session === undefined ? service : `${service} for ${session}`,
      ...plain,
    };
  }
  if (identity.type === 'SAMLUser') {
    const reserved = event.requestedRoleArn?.includes(':role/aws-reserved/sso.amazonaws.com/') === true;
    const name = identity.userName ?? identity.principalId ?? 'a SAML user';
    return { kind: reserved ? 'identity-center-user' : 'saml-user', name, ...plain };
  }
  if (identity.type === 'WebIdentityUser') {
    return {
      kind: 'web-identity-user',
      name: identity.userName ?? identity.principalId ?? 'a web identity',
      ...plain,
    };
  }
  gaps.push({
    what: `${event.name} (event ${event.id ?? 'without id'}) does not say which key signed it${
      identity.type === 'AWSAccount' ? ': the caller is in another account' : ''
    }`,
    lookup: `Look up the same event in the caller's account${identity.accountId === undefined ? '' : ` ${identity.accountId}`}: shared event id, or access key in responseElements.`,
  });
  return { kind: 'unknown', name: identity.arn ?? identity.principalId ?? 'unknown', ...plain };
}

function neverSeen(key: string): LineageGap {
  return {
    what: `No record mentions ${key}`,
    lookup: `Widen the logs (all regions, earlier days), or: aws cloudtrail lookup-events --lookup-attributes AttributeKey=AccessKeyId,AttributeValue=${/^\w+$/.test(key) ? key : 'KEY'}`,
  };
}

function notIssuedHere(key: string, identity: TrailIdentity): LineageGap {
  return {
    what: `No record hands out ${key}${identity.sessionIssuerArn === undefined ? '' : `, a session of ${identity.sessionIssuerArn}`}`,
    lookup: `Look in the region and account that issued it (up to 36 hours before its first use): aws cloudtrail lookup-events --lookup-attributes AttributeKey=ResourceName,AttributeValue=${/^\w+$/.test(key) ? key : 'KEY'}`,
  };
}
