import { isObject, type JsonObject, objectAt, objectOf, textAt, textOf } from './json-object.ts';
import { momentOf, nested, present } from './ocsf-fields.ts';
import { identityFromOcsf } from './ocsf-identity.ts';
import type { TrailRecord } from './trail-event.ts';

/** Whether it is a CloudTrail event in OCSF: API Activity (6003, before 3005), Account Change 3001, Authentication 3002. */
export function isCloudTrailInOcsf(value: JsonObject): boolean {
  return (
    value['class_uid'] !== undefined &&
    textAt(objectAt(value, 'metadata', 'product'), 'name') === 'CloudTrail' &&
    textAt(objectAt(value, 'api'), 'operation') !== undefined
  );
}

/**
 * The CloudTrail record that an OCSF event was made from, as far as OCSF keeps it, with the event itself under `ocsf`.
 * Understands what Security Lake writes for its sources of version 1 (OCSF 1.0.0-rc.2) and 2 (OCSF 1.1.0).
 * Source: OCSF examples, mappings "AWS/v1.0.0-rc.2/CloudTrail" and "AWS/v1.1.0/CloudTrail".
 */
export function recordFromOcsf(ocsf: JsonObject): TrailRecord {
  const rest = nested(objectOf(ocsf['unmapped']));
  const api = objectOf(ocsf['api']);
  const [request, response] = [objectOf(api['request']), objectOf(api['response'])];
  const metadata = objectOf(ocsf['metadata']);
  const cloud = objectOf(ocsf['cloud']);
  const from = objectOf(ocsf['src_endpoint']);
  const requestParameters = dataOf(request) ?? requestFrom(ocsf, rest['requestParameters']);
  const responseElements = dataOf(response) ?? rest['responseElements'] ?? signInFrom(ocsf);
  return {
    ...rest,
    ...present({
      eventVersion: textOf(objectAt(metadata, 'product')['version']),
      userIdentity: identityFromOcsf(ocsf, objectOf(rest['userIdentity'])),
      eventTime: timeOf(ocsf),
      eventSource: textOf(objectAt(api, 'service')['name']),
      eventName: textOf(api['operation']),
      awsRegion: textOf(cloud['region']),
      sourceIPAddress: textOf(from['ip']) ?? textOf(from['domain']),
      userAgent: textOf(objectOf(ocsf['http_request'])['user_agent']),
      errorCode: textOf(response['error']),
      errorMessage: textOf(response['message']),
      requestParameters,
      responseElements,
      requestID: textOf(request['uid']),
      eventID: textOf(metadata['uid']),
      eventType: textOf(metadata['event_code']) ?? rest['eventType'],
      recipientAccountId:
        textOf(rest['recipientAccountId']) ??
        textOf(objectAt(cloud, 'account')['uid']) ??
        textOf(cloud['account_uid']),
      vpcEndpointId: textOf(from['uid']),
    }),
    ocsf,
  };
}

/** `time` is in milliseconds since 1970; `time_dt` is text in any zone. */
function timeOf(ocsf: JsonObject): string | undefined {
  const time = ocsf['time'];
  const milliseconds = typeof time === 'string' && /^\d+$/.test(time) ? Number(time) : time;
  return momentOf(milliseconds) ?? textOf(ocsf['time_dt']);
}

/** OCSF 1.1.0 keeps request and answer as JSON text. */
function dataOf(side: JsonObject): unknown {
  const data = side['data'];
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

/** OCSF 1.0.0-rc.2 has no request, but moves the name or the role in it to `user`. */
function requestFrom(ocsf: JsonObject, rest: unknown): unknown {
  const operation = textAt(objectOf(ocsf['api']), 'operation') ?? '';
  const user = objectOf(ocsf['user']);
  const name = textOf(user['name']);
  const arn = textOf(user['uuid']);
  const moved =
    ocsf['class_uid'] === 3001
      ? present({ userName: OF_USERS.test(operation) ? name : undefined })
      : present({ roleArn: arn?.includes(':role/') ? arn : undefined, roleSessionName: name });
  return isObject(rest) || Object.keys(moved).length > 0 ? { ...moved, ...objectOf(rest) } : rest;
}

/** The outcome of a sign-in to the console, which OCSF 1.0.0-rc.2 has in `status` alone. */
function signInFrom(ocsf: JsonObject): JsonObject | undefined {
  const status = textOf(ocsf['status']);
  const isSignIn = textAt(objectOf(ocsf['api']), 'operation') === 'ConsoleLogin';
  return isSignIn && status !== undefined ? { ConsoleLogin: status } : undefined;
}

/** Calls whose `user` in OCSF is an IAM user; for others it may be a role. */
const OF_USERS = /User|LoginProfile|AccessKey/;
