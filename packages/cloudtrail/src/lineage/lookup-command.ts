import type { LookupAttribute } from './lookup-events.ts';

/** When and where a lookup is narrowed to. */
export interface LookupNarrowing {
  /** The moment that is looked for, ISO 8601. */
  readonly around?: string | undefined;
  readonly region?: string | undefined;
}

/** A clock of AWS may be a little off, and a session's beginning is rounded to a second. */
const MARGIN_MS = 5 * 60_000;

/**
 * The AWS CLI line that looks events up. Only values that hold nothing a shell would act on are written into it; of any
 * other, the word that a person has to replace.
 * Source: CloudTrail API Reference, "LookupEvents"; AWS CLI Command Reference, "lookup-events".
 */
export function lookupCommand(
  attribute: LookupAttribute,
  value: string,
  { around, region }: LookupNarrowing = {},
): string {
  const words = [
    `aws cloudtrail lookup-events --lookup-attributes AttributeKey=${attribute},AttributeValue=${value}`,
  ];
  const moment = around === undefined ? Number.NaN : Date.parse(around);
  if (!Number.isNaN(moment))
    words.push(`--start-time ${textOf(moment - MARGIN_MS)} --end-time ${textOf(moment + MARGIN_MS)}`);
  if (region !== undefined && /^[a-z0-9-]+$/.test(region)) words.push(`--region ${region}`);
  return words.join(' ');
}

/** A key in a command that a person may copy, if it looks like one. */
export function keyOr(key: string): string {
  return /^\w+$/.test(key) ? key : 'KEY';
}

/** A name in a command that a person may copy, if IAM would allow it. */
export function nameOr(name: string | undefined, otherwise: string): string {
  return name !== undefined && /^[\w+=,.@][\w+=,.@-]*$/.test(name) ? name : otherwise;
}

function textOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
