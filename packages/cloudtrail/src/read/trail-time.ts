/** A day and a clock without a zone, as some forwarders and table exports write them. */
const WITHOUT_ZONE = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)$/i;
const ENDS_WITH_ZONE = /(?:Z|GMT|UTC|[ECMP][SD]T|[+-]\d{2}(?::?\d{2})?)$/i;
/** ISO 8601 without its marks, as the documentation has the beginning of a session. */
const BASIC = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;
/** What CloudTrail writes; days that not every month has are left to `Date`. */
const AS_DELIVERED = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/**
 * A time as ISO 8601 in UTC, the way CloudTrail writes it (`2020-09-14T00:48:30Z`); milliseconds are kept where there
 * are any. A time without a zone is in UTC. Nothing for text that is no time.
 * Source: CloudTrail User Guide, "CloudTrail record contents", "eventTime", and "CloudTrail userIdentity element".
 */
export function utcTime(text: string): string | undefined {
  if (AS_DELIVERED.test(text)) return text;
  if (BASIC.test(text)) return utcTime(text.replace(BASIC, '$1-$2-$3T$4:$5:$6Z'));
  const [, day, clock] = WITHOUT_ZONE.exec(text) ?? [];
  const zoned = ENDS_WITH_ZONE.test(text) ? text : `${text} UTC`;
  const milliseconds = Date.parse(day === undefined ? zoned : `${day}T${clock}Z`);
  if (Number.isNaN(milliseconds)) return undefined;
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** Orders two times by instant. Their text does not do: `…:30.500Z` comes before `…:30Z` there. */
export function compareTimes(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}
