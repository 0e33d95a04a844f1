import { gunzipSync } from 'node:zlib';
import { isObject, type JsonObject } from './json-object.ts';
import { isCloudTrailInOcsf, recordFromOcsf } from './ocsf-record.ts';

/** Wrappers hold wrappers: an EventBridge event in a list, a list in a delivery file. */
const DEEPEST = 8;
/** CloudWatch Logs sends some megabytes at most. */
const LONGEST_PAYLOAD = 64 * 1024 * 1024;

type OnBroken = (why: string) => void;

/**
 * The records in a delivered value, whatever it is wrapped in, appended to `into`. What is no wrapper comes through as it
 * is; {@link readEvent} says whether it is a record. The shapes:
 *
 * - a delivery file `{Records: […]}`, a list, a record
 * - LookupEvents: `{Events: […]}`, each with the record as text in `CloudTrailEvent`
 * - EventBridge: the record is `detail`
 * - CloudWatch Logs: `{messageType, logEvents: [{timestamp, message}]}` of a subscription, `{awslogs: {data}}` as a function
 *   gets it, and `{events: […]}` of FilterLogEvents
 * - OCSF, as Amazon Security Lake stores it
 * - test cases of detection rules: `{event}` and `{record}`
 *
 * Sources: CloudTrail API Reference, "LookupEvents"; EventBridge User Guide, "AWS service events delivered via AWS
 * CloudTrail"; CloudWatch Logs User Guide, "Log group-level subscription filters".
 *
 * @param onBroken Called for each inner text that is cut off or damaged. The others are read.
 */
export function unwrapRecords(value: unknown, into: unknown[], onBroken: OnBroken, depth = 0): void {
  if (depth > DEEPEST) return;
  if (isRecord(value)) into.push(value);
  else if (Array.isArray(value)) unwrapAll(value, into, onBroken, depth);
  else if (!isObject(value)) into.push(value);
  else if (Array.isArray(value['Records'])) unwrapAll(value['Records'], into, onBroken, depth);
  else if (Array.isArray(value['Events'])) unwrapAll(value['Events'], into, onBroken, depth);
  else if (Array.isArray(value['logEvents'])) unwrapAll(value['logEvents'], into, onBroken, depth);
  else if (Array.isArray(value['events'])) unwrapAll(value['events'], into, onBroken, depth);
  else unwrapObject(value, into, onBroken, depth);
}

function unwrapAll(values: readonly unknown[], into: unknown[], onBroken: OnBroken, depth: number): void {
  for (const value of values) {
    if (isRecord(value)) into.push(value);
    else unwrapRecords(value, into, onBroken, depth + 1);
  }
}

function unwrapObject(value: JsonObject, into: unknown[], onBroken: OnBroken, depth: number): void {
  const inside = (inner: unknown): void => unwrapRecords(inner, into, onBroken, depth + 1);
  if (typeof value['CloudTrailEvent'] === 'string') {
    const inner = parsed(value['CloudTrailEvent']);
    if (inner === undefined) onBroken('the text of a CloudTrailEvent is not JSON');
    else inside(inner);
  } else if (typeof value['detail-type'] === 'string') {
    if (value['detail-type'].endsWith(' via CloudTrail')) inside(value['detail']);
    else into.push(value);
  } else if (typeof value['message'] === 'string' && value['timestamp'] !== undefined)
    unwrapMessage(value['message'], value, inside, into, onBroken);
  else if (isObject(value['awslogs'])) {
    const payload = inflated(value['awslogs']['data']);
    if (payload === undefined) onBroken('the data of awslogs is not JSON in gzip');
    else inside(payload);
  } else if (isCloudTrailInOcsf(value)) into.push(recordFromOcsf(value));
  else if (isObject(value['event'])) inside(value['event']);
  else if (isObject(value['record'])) inside(value['record']);
  else into.push(value);
}

/** A log group may hold other lines than records; only what begins like one can be a damaged one. */
function unwrapMessage(
  message: string,
  event: JsonObject,
  inside: (inner: unknown) => void,
  into: unknown[],
  onBroken: OnBroken,
): void {
  const inner = parsed(message);
  if (inner !== undefined) inside(inner);
  else if (message.trimStart().startsWith('{')) onBroken('the message of a log event is not JSON');
  else into.push(event);
}

function isRecord(value: unknown): boolean {
  return typeof (value as JsonObject | null | undefined)?.['eventName'] === 'string';
}

function inflated(data: unknown): unknown {
  if (typeof data !== 'string') return undefined;
  try {
    const payload = gunzipSync(Buffer.from(data, 'base64'), { maxOutputLength: LONGEST_PAYLOAD });
    return parsed(payload.toString());
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
