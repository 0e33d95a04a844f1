import type { Issuance, TrailCall } from './issuance.ts';
import type { LineageGap } from './lineage.ts';
import { owningUser } from './owning-user.ts';
import type { TrailIdentity } from './trail-event.ts';

const LOOKUP = 'aws cloudtrail lookup-events --lookup-attributes';

/** No record in the source is signed by the key, or hands it out. */
export function neverSeen(key: string): LineageGap {
  return {
    what: `No record mentions ${key}`,
    lookup: `Widen the logs (all regions, earlier days), or: ${LOOKUP} AttributeKey=AccessKeyId,AttributeValue=${keyOr(key)}`,
  };
}

/** The key is used, but the call that handed it out is not in the source. */
export function notIssuedHere(key: string, identity: TrailIdentity): LineageGap {
  const user = owningUser(identity)?.user;
  const issuer = identity.sessionIssuerArn ?? (user === undefined ? undefined : `user ${user}`);
  return {
    what: `No record hands out ${key}${issuer === undefined ? '' : `, a session of ${issuer}`}`,
    lookup: `Look in the region and account that issued it (up to 36 hours before its first use): ${LOOKUP} AttributeKey=ResourceName,AttributeValue=${keyOr(key)}`,
  };
}

/** The issuing call does not name the key that signed it, so that the chain ends there. */
export function notSigned(event: TrailCall): LineageGap {
  const { identity } = event;
  const elsewhere = identity.type === 'AWSAccount' ? ': the caller is in another account' : '';
  const user = owningUser(identity)?.user;
  const what = `${event.name} (event ${idOf(event)}) does not say which key signed it${elsewhere}`;
  if (user !== undefined)
    return {
      what: `${what}: user ${user} made it, from the console for one`,
      lookup: `Look at all that the user did: ${LOOKUP} AttributeKey=Username,AttributeValue=${userOr(user)}`,
    };
  const account = identity.accountId === undefined ? '' : ` ${identity.accountId}`;
  return {
    what,
    lookup: `Look up the same event in the caller's account${account}: shared event id, or access key in responseElements.`,
  };
}

/** A long-term key was made by somebody else's hand. That its maker is the intruder does not follow. */
export function madeByCall({ accessKeyId, event }: Issuance): LineageGap {
  const { identity } = event;
  const maker = identity.accessKeyId ?? identity.arn ?? identity.principalId ?? 'an unknown caller';
  return {
    what: `${accessKeyId} was made with ${event.name} (event ${idOf(event)}) by ${maker}; that does not prove that whoever holds the key also holds its maker's`,
    lookup: `Compare time, address and user agent of that event with the intruder's. If they differ, the trouble begins at ${accessKeyId}, and its maker may be left alone.`,
  };
}

/** A key in a command that a person may copy, if it looks like one. */
export function keyOr(key: string): string {
  return /^\w+$/.test(key) ? key : 'KEY';
}

/** A user name in a command that a person may copy, if IAM would allow it. */
export function userOr(user: string | undefined): string {
  return user !== undefined && /^[\w+=,.@-]+$/.test(user) ? user : 'USER';
}

export function idOf({ id }: TrailCall): string {
  return id ?? 'without id';
}
