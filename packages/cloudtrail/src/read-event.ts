import { isObject, objectAt, textAt } from './json-object.ts';
import type { TrailEvent, TrailIdentity, TrailRecord } from './trail-event.ts';

/**
 * Reads one record, or returns nothing when the value is no CloudTrail record: it has neither event name nor time.
 * Forwarders that write `@timestamp` instead of `eventTime` are understood.
 */
export function readEvent(value: unknown): TrailEvent | undefined {
  if (!isObject(value)) return undefined;
  const name = textAt(value, 'eventName');
  const time = textAt(value, 'eventTime') ?? textAt(value, '@timestamp');
  if (name === undefined || time === undefined || Number.isNaN(Date.parse(time))) return undefined;
  const record: TrailRecord = Object.hasOwn(value, 'eventTime') ? value : { ...value, eventTime: time };
  const request = objectAt(value, 'requestParameters');
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
    issuedKeyId: textAt(objectAt(value, 'responseElements', 'credentials'), 'accessKeyId'),
    requestedRoleArn: textAt(request, 'roleArn'),
    requestedSessionName: textAt(request, 'roleSessionName') ?? textAt(request, 'name'),
    record,
  };
}

function readIdentity(record: TrailRecord): TrailIdentity {
  const identity = objectAt(record, 'userIdentity');
  const session = objectAt(identity, 'sessionContext');
  return {
    type: textAt(identity, 'type'),
    principalId: textAt(identity, 'principalId'),
    arn: textAt(identity, 'arn'),
    accountId: textAt(identity, 'accountId'),
    accessKeyId: textAt(identity, 'accessKeyId'),
    userName: textAt(identity, 'userName'),
    invokedBy: textAt(identity, 'invokedBy'),
    sessionIssuerArn: textAt(objectAt(session, 'sessionIssuer'), 'arn'),
    sourceIdentity: textAt(session, 'sourceIdentity'),
    onBehalfOfUserId: textAt(objectAt(identity, 'onBehalfOf'), 'userId'),
  };
}
