import { globMatches } from '../glob.ts';
import { type FilledText, fillPolicyText, patternOf, plainTextOf, readPolicyText } from '../policy-text.ts';
import type { Comparison } from './comparison.ts';

/** `StringEquals`: the same characters; `*` and `?` mean themselves. */
export const stringEquals = textComparison((requested, written) => requested === plainTextOf(written));

/** `StringEqualsIgnoreCase`. */
export const stringEqualsIgnoreCase = textComparison(
  (requested, written) => requested.toLowerCase() === plainTextOf(written).toLowerCase(),
);

/** `StringLike`: case-sensitive, with wildcards. */
export const stringLike = textComparison((requested, written) => globMatches(patternOf(written), requested));

function textComparison(fits: (requested: string, written: FilledText) => boolean): Comparison {
  return {
    expects: 'text whose variables are well formed',
    read: (policyValue, variables) => {
      const text = readPolicyText(policyValue, variables);
      if (text === undefined) return undefined;
      return (requestValue, context) => {
        const filled = fillPolicyText(text, context);
        return filled === undefined ? 'unresolved' : fits(requestValue, filled);
      };
    },
  };
}
