import { type GlobToken, globTokens } from './glob.ts';
import type { RequestContext } from './request-context.ts';

/** A stretch of a policy value. In literal text `*` and `?` are no wildcards. */
interface Stretch {
  readonly text: string;
  readonly literal: boolean;
}

interface Variable {
  readonly key: string;
  readonly fallback: string | undefined;
}

/** A policy value that may hold variables such as `${aws:username}`. */
export type PolicyText = readonly (Stretch | Variable)[];

/** A policy value in which every variable has its value. */
export type FilledText = readonly Stretch[];

const ESCAPES = ['*', '?', '$'];

/**
 * Reads the variables in a policy value, or returns nothing when one is malformed.
 * Without `variables`, as in documents before version 2012-10-17, the text means itself.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags" (reference_policies_variables).
 */
export function readPolicyText(text: string, variables: boolean): PolicyText | undefined {
  const stretches: (Stretch | Variable)[] = [];
  let at = 0;
  while (variables) {
    const start = text.indexOf('${', at);
    if (start < 0) break;
    const end = text.indexOf('}', start);
    if (end < 0) return undefined;
    const variable = readVariable(text.slice(start + 2, end));
    if (variable === undefined) return undefined;
    stretches.push({ text: text.slice(at, start), literal: false }, variable);
    at = end + 1;
  }
  return [...stretches, { text: text.slice(at), literal: false }];
}

function readVariable(inside: string): Stretch | Variable | undefined {
  if (ESCAPES.includes(inside)) return { text: inside, literal: true };
  const comma = inside.indexOf(',');
  const key = (comma < 0 ? inside : inside.slice(0, comma)).trim();
  const fallback = comma < 0 ? undefined : inside.slice(comma + 1).trim();
  if (!/^[^\s'*?$]+$/.test(key)) return undefined;
  if (fallback === undefined) return { key, fallback };
  return /^'[^']*'$/.test(fallback) ? { key, fallback: fallback.slice(1, -1) } : undefined;
}

/**
 * Puts the request's values in place of the variables, or returns nothing when one has no single value.
 * Wildcards in a value from the request are literal: a caller must not widen a policy by its own name.
 */
export function fillPolicyText(text: PolicyText, context: RequestContext): FilledText | undefined {
  const filled: Stretch[] = [];
  for (const stretch of text) {
    if ('text' in stretch) {
      filled.push(stretch);
      continue;
    }
    const values = context.get(stretch.key.toLowerCase());
    const value = values === undefined ? stretch.fallback : values.length === 1 ? values[0] : undefined;
    if (value === undefined) return undefined;
    filled.push({ text: value, literal: true });
  }
  return filled;
}

/** The text with its wildcards read. */
export function patternOf(text: FilledText): GlobToken[] {
  return text.flatMap((stretch) => (stretch.literal ? Array.from(stretch.text) : globTokens(stretch.text)));
}

/** The text as it stands, where wildcards have no meaning. */
export function plainTextOf(text: FilledText): string {
  return text.map((stretch) => stretch.text).join('');
}
