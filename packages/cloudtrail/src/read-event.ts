import { isObject, type JsonObject, objectAt, textAt } from './json-object.ts';
import type { TrailEvent, TrailIdentity, TrailRecord } from './trail-event.ts';
import { utcTime } from './trail-time.ts';

/** What the answers of the calls that make a credential of an IAM user call it. */
const CREDENTIALS = ['accessKey', 'loginProfile', 'serviceSpecificCredential'];

/**
 * Reads one record, or returns nothing when the value is no CloudTrail record: it has neither event name nor time.
 * Forwarders that write `@timestamp` instead of `eventTime` are understood.
 */
export function readEvent(value: unknown): TrailEvent | undefined {
  if (!isObject(value)) return undefined;
  const name = textAt(value, 'eventName');
  const delivered = textAt(value, 'eventTime') ?? textAt(value, '@timestamp');
  const time = delivered === undefined ? undefined : utcTime(delivered);
  if (name === undefined || time === undefined) return undefined;
  const record: TrailRecord = Object.hasOwn(value, 'eventTime') ? value : { ...value, eventTime: delivered };
  const request = objectAt(value, 'requestParameters');
  const response = objectAt(value, 'responseElements');
  const identity = readIdentity(value);
  return {
    id: textAt(value, 'eventID'),
    time,
    name,
    source: textAt(value, 'eventSource'),
    region: textAt(value, 'awsRegion'),
    accountId: textAt(value, 'recipientAccountId') ?? identity.accountId,
    sourceAddress: textAt(value, 'sourceIPAddress'),
    userAgent: textAt(value, 'userAgent'),
    errorCode: textAt(value, 'errorCode'),
    identity,
    issuedKeyId: textAt(
      objectAt(response, name === 'CreateAccessKey' ? 'accessKey' : 'credentials'),
      'accessKeyId',
    ),
    assumedRoleArn: textAt(objectAt(response, 'assumedRoleUser'), 'arn'),
    credentialUser: readCredentialUser(request, response),
    requestedRoleArn: textAt(request, 'roleArn'),
    requestedSessionName: textAt(request, 'roleSessionName') ?? textAt(request, 'name'),
    record,
  };
}

function readCredentialUser(request: JsonObject, response: JsonObject): string | undefined {
  for (const credential of CREDENTIALS) {
    const user = textAt(objectAt(response, credential), 'userName');
    if (user !== undefined) return user;
  }
  return textAt(request, 'userName');
}

function readIdentity(record: TrailRecord): TrailIdentity {
  const identity = objectAt(record, 'userIdentity');
  const session = objectAt(identity, 'sessionContext');
  const issuer = objectAt(session, 'sessionIssuer');
  return {
    type: textAt(identity, 'type'),
    principalId: textAt(identity, 'principalId'),
    arn: textAt(identity, 'arn'),
    accountId: textAt(identity, 'accountId'),
    accessKeyId: textAt(identity, 'accessKeyId'),
    userName: textAt(identity, 'userName'),
    invokedBy: textAt(identity, 'invokedBy'),
    sessionIssuerArn: textAt(issuer, 'arn'),
    sessionIssuerType: textAt(issuer, 'type'),
    sessionIssuerName: textAt(issuer, 'userName'),
    sourceIdentity: textAt(session, 'sourceIdentity'),
    onBehalfOfUserId: textAt(objectAt(identity, 'onBehalfOf'), 'userId'),
  };
}
