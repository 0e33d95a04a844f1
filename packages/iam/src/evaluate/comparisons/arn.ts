import { type GlobToken, globMatches } from '../glob.ts';
import { fillPolicyText, patternOf, readPolicyText } from '../policy-text.ts';
import type { Comparison } from './comparison.ts';

const PARTS = 6;

/**
 * `ArnEquals` and `ArnLike`, which behave alike: each of the six parts is matched by itself, so that `*` in one does
 * not run over into the next.
 * Source: IAM User Guide, "Condition operators", section "ARN condition operators".
 */
export const arnLike: Comparison = {
  expects: 'an ARN of six parts whose variables are well formed',
  read: (policyValue, variables) => {
    const text = readPolicyText(policyValue, variables);
    if (text === undefined) return undefined;
    const certain = text.every((stretch) => 'text' in stretch);
    if (certain && policyValue.split(':').length < PARTS) return undefined;
    return (requestValue, context) => {
      const filled = fillPolicyText(text, context);
      return filled === undefined ? 'unresolved' : partsMatch(arnParts(patternOf(filled)), requestValue);
    };
  },
};

function partsMatch(patterns: readonly (readonly GlobToken[])[], requestValue: string): boolean {
  const values = arnParts(Array.from(requestValue));
  if (patterns.length !== PARTS || values.length !== PARTS) return false;
  return patterns.every((pattern, index) => globMatches(pattern, values[index]?.join('') ?? ''));
}

/** Splits at the first five colons; the sixth part keeps its own. */
function arnParts<T>(tokens: readonly T[]): T[][] {
  const parts: T[][] = [[]];
  for (const token of tokens) {
    if (token === ':' && parts.length < PARTS) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
