import { isObject, type JsonObject, objectsOf } from '../fields.ts';
import type { Finding, FindingShape } from '../finding.ts';
import { assembleFinding } from '../parts/assemble-finding.ts';
import { isAsff, readAsff } from './asff.ts';
import { readNative } from './native.ts';
import { isOcsf, readOcsf } from './ocsf.ts';

/** Takes what is found in a value, in its order. */
export interface FindingSink {
  found(finding: Finding): void;
  /** @param place Where in the value, such as ` findings[3]`. */
  passedOver(place: string, reason: string): void;
}

/** Lists and envelopes nest this deep at most; what lies deeper is no finding. It bounds the recursion. */
const MAX_ENVELOPES = 6;
/** An object with more members than this is no other tool's envelope. */
const MAX_MEMBERS = 64;

/**
 * Finds every finding in a JSON value: in a list, in an EventBridge event (GuardDuty's, or Security Hub's with many
 * findings), in an API answer, alone, or embedded one level down in another tool's object. The shape is detected.
 */
export function findFindings(value: unknown, bareShape: FindingShape, sink: FindingSink): void {
  search(value, bareShape, '', MAX_ENVELOPES, sink);
}

function search(value: unknown, shape: FindingShape, place: string, left: number, sink: FindingSink): void {
  if (Array.isArray(value) && left > 0) {
    for (let index = 0; index < value.length; index += 1)
      search(value[index], shape, `${place} [${index}]`, left - 1, sink);
    return;
  }
  if (!isObject(value)) {
    sink.passedOver(place, 'it is not a JSON object');
    return;
  }
  const reason = read(value, shape, sink);
  if (reason === undefined) return;
  if (left === 0 || !searchEnvelope(value, shape, place, left, sink)) sink.passedOver(place, reason);
}

/** Reads a finding that stands by itself; returns the reason when it is none. */
function read(value: JsonObject, shape: FindingShape, sink: FindingSink): string | undefined {
  const parts = isOcsf(value)
    ? readOcsf(value)
    : isAsff(value)
      ? readAsff(value)
      : // Almost every object is a finding of GuardDuty's own shape.
        readNative(value, shape);
  if (typeof parts === 'string') return parts;
  sink.found(assembleFinding(parts));
  return undefined;
}

/** Whether it is an envelope, whatever is in it. */
function searchEnvelope(
  value: JsonObject,
  shape: FindingShape,
  place: string,
  left: number,
  sink: FindingSink,
): boolean {
  const list = value['findings'] ?? value['Findings'];
  if (Array.isArray(list)) {
    for (let index = 0; index < list.length; index += 1)
      search(list[index], 'get-findings', `${place} findings[${index}]`, left - 1, sink);
    return true;
  }
  const detail = value['detail'] ?? value['Detail'];
  if (isObject(detail)) {
    search(detail, 'eventbridge', `${place} detail`, left - 1, sink);
    return true;
  }
  return searchMembers(value, shape, sink);
}

/** One level down in another tool's envelope. Only what reads as a finding counts: the rest is that tool's own. */
function searchMembers(value: JsonObject, shape: FindingShape, sink: FindingSink): boolean {
  const names = Object.keys(value);
  if (names.length > MAX_MEMBERS) return false;
  let isEnvelope = false;
  for (const name of names) {
    for (const item of objectsOf(value[name]))
      isEnvelope = read(item, shape, sink) === undefined || isEnvelope;
  }
  return isEnvelope;
}
