import { isIdentityCenterRole, roleOfCaller, sessionOfCaller } from './identity-center.ts';
import type { Issuance } from './issuance.ts';
import { serviceGap, unsignedGap } from './issuance-gap.ts';
import type { LineageGap, LineageRoot } from './lineage.ts';
import { issuedKey } from './lineage-key.ts';
import { rootOf } from './lineage-root.ts';
import { owningUser } from './owning-user.ts';
import type { TrailCall } from './trail-call.ts';

/**
 * The root behind an issuing call that no key signed: an AWS service, an instance, an identity provider's user, or an
 * IAM user in the console. Adds the gap, if it is one.
 * Source: CloudTrail User Guide, "CloudTrail userIdentity element", "type".
 */
export function rootOfIssuance(issuance: Issuance, gaps: LineageGap[]): LineageRoot {
  const { event } = issuance;
  const { identity, subject, provider = null } = event;
  const userId = identity.onBehalfOfUserId ?? null;
  switch (identity.type) {
    case 'AWSService':
      return rootOfService(event, gaps);
    case 'SAMLUser': {
      const reserved = event.requestedRoleArn?.includes(':role/aws-reserved/sso.amazonaws.com/') === true;
      const name = identity.userName ?? subject ?? identity.principalId ?? 'a SAML user';
      return rootOf({ kind: reserved ? 'identity-center-user' : 'saml-user', name, provider, userId });
    }
    case 'WebIdentityUser': {
      const name = subject ?? identity.userName ?? identity.principalId ?? 'a web identity';
      return rootOf({ kind: 'web-identity-user', name, provider });
    }
    case 'IdentityCenterUser':
      return rootOf({ kind: 'identity-center-user', name: userId ?? 'a user', userId });
    default:
      return rootWithoutKey(issuance, gaps);
  }
}

function rootOfService(event: TrailCall, gaps: LineageGap[]): LineageRoot {
  const session = event.requestedSessionName;
  const account = event.accountId ?? null;
  const service = event.identity.invokedBy ?? event.sourceAddress ?? 'an AWS service';
  if (service === 'ec2.amazonaws.com' && session?.startsWith('i-'))
    return rootOf({ kind: 'ec2-instance', name: session, account });
  gaps.push(serviceGap(event, service));
  const name = session === undefined ? service : `${service} for ${session}`;
  return rootOf({ kind: 'aws-service', name, account });
}

/**
 * Calls whose caller has no identity of AWS: one of Amazon Cognito has an identity of the pool, one of IAM Roles Anywhere
 * a certificate.
 */
const OUTSIDERS = new Set(['GetCredentialsForIdentity', 'CreateSession']);

/** A user whom the record names is the root; a key that nobody who can be named has made is its own. */
function rootWithoutKey(issuance: Issuance, gaps: LineageGap[]): LineageRoot {
  const { event } = issuance;
  const { identity } = event;
  const userId = identity.onBehalfOfUserId ?? null;
  if (OUTSIDERS.has(event.name) && event.subject !== undefined) {
    const provider = event.provider ?? event.source ?? null;
    return rootOf({ kind: 'web-identity-user', name: event.subject, provider });
  }
  const owner = owningUser(identity);
  gaps.push(unsignedGap(event));
  if (owner !== undefined)
    return rootOf({ kind: 'iam-user', name: owner.user, userName: owner.user, account: owner.account });
  if (event.name === 'CreateAccessKey') {
    const { accessKeyId, userName, account } = issuedKey(issuance);
    return rootOf({
      kind: 'long-term-key',
      name: userName ?? accessKeyId,
      userName,
      account,
      accessKeyId,
    });
  }
  const account = identity.accountId ?? null;
  if (identity.type === 'Root') return rootOf({ kind: 'root-user', name: 'root user', account });
  const session = sessionOfCaller(identity);
  if (isIdentityCenterRole(roleOfCaller(identity)) && session !== undefined)
    return rootOf({ kind: 'identity-center-user', name: session, account, userId });
  const name = identity.arn ?? identity.sessionIssuerArn ?? identity.principalId ?? 'unknown';
  return rootOf({ kind: 'unknown', name, account, userId });
}
