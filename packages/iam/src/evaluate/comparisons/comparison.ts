import type { RequestContext } from '../request-context.ts';

/** Tells whether one value of the request fits one policy value; `unresolved` when a variable has no value. */
export type ValueTest = (requestValue: string, context: RequestContext) => boolean | 'unresolved';

/** A way to compare a value of the request with a value of the policy. */
export interface Comparison {
  /** What a policy value must be, for the reader of an error, such as `a number`. */
  readonly expects: string;
  /** The test that a policy value asks for, or nothing when the value cannot be read. */
  readonly read: (policyValue: string, variables: boolean) => ValueTest | undefined;
}

/**
 * A comparison of values that both have to be read first. A value of the request that cannot be read fits nothing,
 * such as the `AWS Internal` that stands in place of an address.
 */
export function comparisonOf<T>(
  expects: string,
  read: (text: string) => T | undefined,
  fits: (requested: T, written: T) => boolean,
): Comparison {
  return {
    expects,
    read: (policyValue) => {
      const written = read(policyValue);
      if (written === undefined) return undefined;
      return (requestValue) => {
        const requested = read(requestValue);
        return requested !== undefined && fits(requested, written);
      };
    },
  };
}
