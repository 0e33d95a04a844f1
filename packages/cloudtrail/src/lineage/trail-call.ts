import { objectAt, textAt } from '../read/json-object.ts';
import type { TrailEvent } from '../read/trail-event.ts';
import { type TrailCaller, trailCaller } from './trail-caller.ts';

export type { TrailCaller } from './trail-caller.ts';

/** What lineage needs of one event. The record is not among it, so that an index stays small. */
export interface TrailCall {
  readonly id: string | undefined;
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly name: string;
  /** The service, such as `sts.amazonaws.com`. */
  readonly source: string | undefined;
  readonly region: string | undefined;
  /** The account whose trail this is in. */
  readonly accountId: string | undefined;
  readonly sourceAddress: string | undefined;
  readonly userAgent: string | undefined;
  readonly errorCode: string | undefined;
  readonly identity: TrailCaller;
  /** The access key that the call handed out; a refused call hands out none. */
  readonly issuedKeyId: string | undefined;
  readonly assumedRoleArn: string | undefined;
  readonly credentialUser: string | undefined;
  readonly requestedRoleArn: string | undefined;
  readonly requestedSessionName: string | undefined;
  /** The same in all copies of one event that several accounts have. */
  readonly sharedEventId: string | undefined;
  readonly eventType: string | undefined;
  /** The member account of an AssumeRoot call: its number, or an ARN in it. */
  readonly targetPrincipal: string | undefined;
  /** The source identity that the new session was given. */
  readonly sourceIdentity: string | undefined;
  /** The SAML or OIDC provider, or the trust anchor of IAM Roles Anywhere, and the subject that it vouched for. */
  readonly provider: string | undefined;
  readonly subject: string | undefined;
  /** Whom a console user was before a switch of role: the ARN of a user or session. */
  readonly switchedFrom: string | undefined;
}

export function trailCall(event: TrailEvent): TrailCall {
  const { record } = event;
  const request = objectAt(record, 'requestParameters');
  const response = objectAt(record, 'responseElements');
  const identity = trailCaller(event);
  return {
    id: event.id,
    time: event.time,
    name: event.name,
    source: event.source,
    region: event.region,
    accountId: event.accountId,
    sourceAddress: event.sourceAddress,
    userAgent: event.userAgent,
    errorCode: event.errorCode,
    identity,
    issuedKeyId: event.errorCode === undefined ? event.issuedKeyId : undefined,
    assumedRoleArn: event.assumedRoleArn,
    credentialUser: event.credentialUser,
    requestedRoleArn: event.requestedRoleArn,
    requestedSessionName: event.requestedSessionName,
    sharedEventId: event.sharedEventId,
    eventType: event.eventType,
    targetPrincipal: textAt(request, 'targetPrincipal'),
    sourceIdentity: textAt(request, 'sourceIdentity') ?? textAt(response, 'sourceIdentity'),
    provider:
      textAt(request, 'principalArn') ??
      textAt(request, 'trustAnchorArn') ??
      textAt(response, 'provider') ??
      identity.identityProvider,
    subject:
      textAt(response, 'subjectFromWebIdentityToken') ??
      textAt(response, 'subject') ??
      textAt(response, 'subjectArn') ??
      textAt(request, 'identityId'),
    switchedFrom: textAt(objectAt(record, 'additionalEventData'), 'SwitchFrom'),
  };
}
