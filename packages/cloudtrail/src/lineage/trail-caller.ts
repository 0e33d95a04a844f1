import { type JsonObject, objectOf, textAt, textOf } from '../read/json-object.ts';
import type { TrailEvent } from '../read/trail-event.ts';

/**
 * Who made a call, each field as the record has it. An index merges what several records say of one key, so that all of
 * it is text.
 * Source: CloudTrail User Guide, "CloudTrail userIdentity element".
 */
export interface TrailCaller {
  /** `Root`, `IAMUser`, `AssumedRole`, `FederatedUser`, `AWSService`, `SAMLUser`, `WebIdentityUser`, … */
  readonly type: string | undefined;
  readonly principalId: string | undefined;
  readonly arn: string | undefined;
  readonly accountId: string | undefined;
  readonly accessKeyId: string | undefined;
  readonly userName: string | undefined;
  /** The AWS service that made the call, such as `ec2.amazonaws.com`. */
  readonly invokedBy: string | undefined;
  /** The role or user that temporary credentials were issued from. */
  readonly sessionIssuerArn: string | undefined;
  /** `Role`, `IAMUser` or `Root`. */
  readonly sessionIssuerType: string | undefined;
  /** The name of that role or user. */
  readonly sessionIssuerName: string | undefined;
  readonly sourceIdentity: string | undefined;
  /** The IAM Identity Center user on whose behalf the call was made. */
  readonly onBehalfOfUserId: string | undefined;
  /** When the session began, ISO 8601. */
  readonly sessionCreated: string | undefined;
  /** `1.0` or `2.0` where the instance metadata service handed the session's key out. */
  readonly ec2RoleDelivery: string | undefined;
  /** `true` for a session of AssumeRoot. */
  readonly assumedRoot: string | undefined;
  /** `true` where the session's key comes from the AWS console. */
  readonly fromConsole: string | undefined;
  /** Who vouched for the subject of a SAML or web identity session. */
  readonly identityProvider: string | undefined;
  /** The subject that a web identity provider named, from `webIdFederationData`. */
  readonly federatedSubject: string | undefined;
}

export function trailCaller(event: TrailEvent): TrailCaller {
  const { identity } = event;
  return {
    type: identity.type,
    principalId: identity.principalId,
    arn: identity.arn,
    accountId: identity.accountId,
    accessKeyId: identity.accessKeyId,
    userName: identity.userName,
    invokedBy: identity.invokedBy,
    sessionIssuerArn: identity.sessionIssuerArn,
    sessionIssuerType: identity.sessionIssuerType,
    sessionIssuerName: identity.sessionIssuerName,
    sourceIdentity: identity.sourceIdentity,
    onBehalfOfUserId: identity.onBehalfOfUserId,
    sessionCreated: identity.sessionCreated,
    ec2RoleDelivery: identity.ec2RoleDelivery,
    assumedRoot: identity.assumedRoot === true ? 'true' : undefined,
    fromConsole: isFromConsole(event) ? 'true' : undefined,
    identityProvider: identity.identityProvider ?? textOf(federationOf(event)['federatedProvider']),
    federatedSubject: subjectOf(federationOf(event)['attributes']),
  };
}

/** Whether all that an event says of its caller is known already. Almost all events of a key say the same of it. */
export function isKnownCaller(known: TrailCaller, event: TrailEvent): boolean {
  const { identity } = event;
  const isKnown = (name: Exclude<keyof typeof identity & keyof TrailCaller, 'assumedRoot'>): boolean => {
    const value = identity[name];
    return value === undefined || value === known[name];
  };
  return (
    SAME_NAMES.every(isKnown) &&
    (identity.assumedRoot !== true || known.assumedRoot !== undefined) &&
    (known.fromConsole !== undefined || !isFromConsole(event)) &&
    Object.keys(federationOf(event)).length === 0
  );
}

const SAME_NAMES = [
  'type',
  'principalId',
  'arn',
  'accountId',
  'userName',
  'invokedBy',
  'sessionIssuerArn',
  'sessionIssuerType',
  'sessionIssuerName',
  'sourceIdentity',
  'onBehalfOfUserId',
  'sessionCreated',
  'ec2RoleDelivery',
  'identityProvider',
] as const;

function isFromConsole({ identity, sessionCredentialFromConsole }: TrailEvent): boolean {
  return sessionCredentialFromConsole || identity.invokedBy === 'signin.amazonaws.com';
}

function federationOf({ record }: TrailEvent): JsonObject {
  const session = objectOf(objectOf(record['userIdentity'])['sessionContext']);
  return objectOf(session['webIdFederationData']);
}

/** The subject stands under the provider's name: `token.actions.githubusercontent.com:sub`. */
function subjectOf(value: unknown): string | undefined {
  const attributes = objectOf(value);
  const name = Object.keys(attributes)
    .sort()
    .find((key) => key.endsWith(':sub'));
  return name === undefined ? undefined : textAt(attributes, name);
}
