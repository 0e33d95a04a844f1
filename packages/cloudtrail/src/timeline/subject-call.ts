import { createHash } from 'node:crypto';
import { type JsonObject, objectOf, textAt, textOf } from '../read/json-object.ts';
import type { TrailEvent } from '../read/trail-event.ts';
import { agentOf } from './agent-of.ts';
import { callDetail } from './call-detail.ts';
import { principalName } from './principal-name.ts';

/** One call of the subjects, as far as a timeline needs it. The record is let go. */
export interface SubjectCall {
  /** The same for all copies of the call. */
  readonly id: string;
  readonly milliseconds: number;
  readonly time: string;
  readonly eventName: string;
  readonly source: string | null;
  readonly region: string | null;
  readonly account: string | null;
  readonly principal: string | null;
  readonly principalArn: string | null;
  readonly accessKeyId: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  /** The user agent without what changes from call to call. */
  readonly agent: string | null;
  readonly failed: boolean;
  readonly error: string | null;
  readonly readOnly: boolean | null;
  readonly eventId: string | null;
  readonly issuedKeyId: string | null;
  readonly detail: string | null;
  /** Whether it changes something other than data, so that what it is about must not be folded away. */
  readonly isChange: boolean;
  /** The bucket, table or secret that it reads or writes: which of them is never folded away. */
  readonly store: string | null;
}

/** Takes what is needed; equal texts of different records become one through `share`. */
export function subjectCall(event: TrailEvent, share: (text: string) => string): SubjectCall {
  const { identity, errorCode, errorMessage, record } = event;
  const shared = (text: string | undefined): string | null => (text === undefined ? null : share(text));
  const outcome = textOf(objectOf(record['responseElements'])[event.name]);
  const error = errorCode ?? errorMessage ?? (outcome === 'Failure' ? outcome : undefined);
  return {
    id: idOf(event),
    milliseconds: Date.parse(event.time),
    time: event.time,
    eventName: share(event.name),
    source: shared(event.source),
    region: shared(event.region),
    account: shared(event.accountId),
    principal: shared(principalName(identity)),
    principalArn: shared(identity.arn),
    accessKeyId: shared(identity.accessKeyId),
    address: shared(event.sourceAddress),
    userAgent: shared(event.userAgent),
    agent: shared(event.userAgent === undefined ? undefined : agentOf(event.userAgent)),
    failed: error !== undefined,
    error: shared(error),
    readOnly: event.readOnly ?? null,
    eventId: event.id ?? null,
    issuedKeyId: event.issuedKeyId ?? null,
    detail: callDetail(record['requestParameters']) ?? null,
    isChange: isChange(event),
    store: shared(storeOf(objectOf(record['requestParameters']))),
  };
}

function storeOf(request: JsonObject): string | undefined {
  return textAt(request, 'bucketName') ?? textAt(request, 'tableName') ?? textAt(request, 'secretId');
}

/**
 * Data events, such as PutObject, come by the thousand.
 * Source: CloudTrail User Guide, "CloudTrail record contents", "readOnly", "managementEvent" and "eventCategory".
 */
function isChange({ name, readOnly, record }: TrailEvent): boolean {
  if (record['managementEvent'] === false || record['eventCategory'] === 'Data') return false;
  return !(readOnly ?? READS.test(name));
}

const READS = /^(?:BatchGet|Describe|Get|Head|List|Lookup|Query|Scan|Search|Select)/;

/**
 * Copies of a call: the same event delivered twice has the same event id, and what several accounts logged of one call
 * the same shared event id. Records without either are the same when all of their fields are.
 * Source: CloudTrail User Guide, "CloudTrail record contents", "eventID" and "sharedEventID".
 */
function idOf({ id, sharedEventId, name, time, record }: TrailEvent): string {
  if (sharedEventId !== undefined) return `shared ${sharedEventId} ${name}`;
  if (id !== undefined) return `event ${id} ${time} ${name}`;
  return `record ${createHash('sha256').update(JSON.stringify(record)).digest('base64')}`;
}
