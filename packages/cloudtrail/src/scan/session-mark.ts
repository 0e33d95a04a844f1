import { markOf, markOfBytes } from './mark.ts';
import { isAt } from './needle-finder.ts';

/** Marks a file in which a session of an instance may stand that could not be marked. */
export const UNSURE_MARK = markOf('accessKeyId in another place');

/** What CloudTrail writes between the ARN of a caller and `accessKeyId`, but for the account's digits. */
const BEHIND_ARN = Buffer.from('","accountId":"');
const ACCOUNT = 12;
const BEFORE_KEY = Buffer.from('","');
const LONGEST_NAME = 64;

/**
 * The mark of the instance (`i-…`) whose session signs a call, taken from the ARN that stands before `accessKeyId`.
 * `UNSURE_MARK` where the field stands in another place than CloudTrail gives it; nothing for other callers, and where
 * the key is one that a call hands out.
 *
 * @param at Where `accessKeyId` begins, behind its quote.
 */
export function sessionMark(text: Buffer, at: number): number | undefined {
  const digits = at - BEFORE_KEY.length - ACCOUNT;
  const behind = digits - BEHIND_ARN.length;
  if (!isAt(text, at - BEFORE_KEY.length, BEFORE_KEY) || !isAt(text, behind, BEHIND_ARN))
    return isIssued(text, at) ? undefined : UNSURE_MARK;
  let start = behind;
  while (start > behind - LONGEST_NAME - 1 && text[start - 1] !== SLASH && text[start - 1] !== QUOTE)
    start -= 1;
  const isInstance = text[start - 1] === SLASH && text[start] === LETTER_I && text[start + 1] === HYPHEN;
  return isInstance ? markOfBytes(text, start, behind) : undefined;
}

/** A caller has no such field; what is nearer than the caller is what the call answered. */
function isIssued(text: Buffer, at: number): boolean {
  const caller = text.lastIndexOf('"userIdentity"', at);
  return (
    caller >= 0 &&
    (text.lastIndexOf('"credentials"', at) > caller || text.lastIndexOf('"accessKey"', at) > caller)
  );
}

const QUOTE = 34;
const HYPHEN = 45;
const SLASH = 47;
const LETTER_I = 105;
