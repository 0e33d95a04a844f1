import { isObject, textOf } from './json-object.ts';
import { RecordEvent } from './record-event.ts';
import type { TrailEvent, TrailRecord } from './trail-event.ts';
import { utcTime } from './trail-time.ts';

/**
 * Reads one record, or returns nothing when the value is no CloudTrail record: it lacks the event name or the time.
 * Forwarders that write `@timestamp` instead of `eventTime` are understood.
 */
export function readEvent(value: unknown): TrailEvent | undefined {
  if (!isObject(value)) return undefined;
  const name = textOf(value['eventName']);
  if (name === undefined) return undefined;
  const delivered = textOf(value['eventTime']) ?? textOf(value['@timestamp']);
  const time = delivered === undefined ? undefined : utcTime(delivered);
  if (time === undefined) return undefined;
  const record: TrailRecord = Object.hasOwn(value, 'eventTime') ? value : { ...value, eventTime: delivered };
  return new RecordEvent(name, time, record);
}
