import { isAt } from './needle-finder.ts';

/** A delivery file's text whose records can be told apart by bytes alone. */
export interface DeliveryText {
  readonly text: Buffer;
  /** What stands between two records: `},{"eventVersion":`, or whatever field the first record begins with. */
  readonly delimiter: Buffer;
  /** Where the first record begins, and the first byte after the last one. */
  readonly start: number;
  readonly end: number;
}

const HEAD = Buffer.from('{"Records":[{"');
const FIRST_RECORD = HEAD.length - 2;
const TAIL = Buffer.from('}]}');
/** Fields that a record begins with, the first one where CloudTrail wrote it. A wrapper around a record has none of them. */
const FIRST_FIELDS = new Set([
  'eventVersion',
  'userIdentity',
  'awsRegion',
  'eventID',
  'eventName',
  'eventSource',
  'additionalEventData',
]);
const LONGEST_FIELD = 64;

/**
 * Recognises `{"Records":[{"…":…},{"…":…}]}` as CloudTrail delivers it, without white space between the records.
 * Nothing for any other text, and for one that is cut off. Before its records are believed, `isBetweenRecordsOnly` must
 * hold.
 */
export function deliveryText(text: Buffer): DeliveryText | undefined {
  if (text.length < HEAD.length || text.compare(HEAD, 0, HEAD.length, 0, HEAD.length) !== 0) return undefined;
  const colon = text.indexOf('":', HEAD.length);
  if (colon < 0 || colon > HEAD.length + LONGEST_FIELD) return undefined;
  if (!FIRST_FIELDS.has(text.toString('latin1', HEAD.length, colon))) return undefined;
  let stop = text.length;
  while (isSpace(text[stop - 1])) stop -= 1;
  if (text.compare(TAIL, 0, TAIL.length, stop - TAIL.length, stop) !== 0) return undefined;
  const delimiter = Buffer.concat([Buffer.from('},'), text.subarray(FIRST_RECORD, colon + 2)]);
  return { text, delimiter, start: FIRST_RECORD, end: stop - 2 };
}

/**
 * Whether the delimiter occurs nowhere inside a record. What a caller sends may hold a list of objects that look like
 * records, so that neither the delimiter nor a slice that parses proves anything.
 *
 * The proof: the quotes of the delimiter are not escaped, so it is no part of a string. Two objects follow each other
 * only in a list. A list inside a record lies in one that is the value of a field, and such a list opens with `[` behind
 * a colon and a quote that is not escaped. So each list that opens like that is followed to its end, and must not hold
 * the delimiter. What looks like such a list but stands in a string can only raise a false alarm.
 */
export function isBetweenRecordsOnly({ text, delimiter, start, end }: DeliveryText): boolean {
  // Lists are followed one by one, also those in each other; hostile nesting must not make this slow.
  let steps = 4 * (end - start);
  for (let open = text.indexOf(OPEN_LIST, start); open >= 0 && open < end; ) {
    if (isValueOfField(text, open)) {
      const close = endOfList(text, open + 1, Math.min(end, open + steps), delimiter);
      if (close === undefined) return false;
      steps -= close - open;
    }
    open = text.indexOf(OPEN_LIST, open + 1);
  }
  return true;
}

function isValueOfField(text: Buffer, open: number): boolean {
  let at = open - 1;
  while (isSpace(text[at])) at -= 1;
  if (text[at] !== COLON) return false;
  at -= 1;
  while (isSpace(text[at])) at -= 1;
  if (text[at] !== QUOTE) return false;
  let backslashes = 0;
  while (text[at - 1 - backslashes] === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 0;
}

/**
 * The first byte after a list whose inside begins at `at`; nothing when it has not ended before `end`, or holds the
 * delimiter.
 */
function endOfList(text: Buffer, at: number, end: number, delimiter: Buffer): number | undefined {
  let depth = 1;
  for (let here = at; here < end; here += 1) {
    const byte = text[here];
    if (byte === QUOTE) {
      here += 1;
      while (here < end && text[here] !== QUOTE) here += text[here] === BACKSLASH ? 2 : 1;
    } else if (byte === OPEN_OBJECT) {
      depth += 1;
      if (text[here - 1] === COMMA && isAt(text, here - 2, delimiter)) return undefined;
    } else if (byte === OPEN_LIST) depth += 1;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      depth -= 1;
      if (depth === 0) return here + 1;
    }
  }
  return undefined;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
