import { Problem } from '@firebreak/problem';
import type { PolicyKind } from './policy-set.ts';

/** Where a statement stands: its `Sid`, or its place in the document such as `#2`. */
export interface StatementPlace {
  readonly kind: PolicyKind;
  readonly policy: string;
  readonly statement: string;
}

/**
 * Thrown when a policy says something that has no certain meaning here, so that any decision would be a guess:
 * an unknown operator or element, a value that cannot be read, a construct that AWS leaves undefined.
 */
export class PolicyNotUnderstood extends Problem {
  readonly policy: string;
  /** The statement, or `document` when the fault is outside of any. */
  readonly statement: string;
  /** The operator or element, such as `StringMatches`. */
  readonly element: string;

  constructor(place: StatementPlace, element: string, reason: string) {
    const { kind, policy, statement } = place;
    const inside = statement === 'document' ? 'of the document' : `in statement ${statement}`;
    super(`Cannot evaluate ${kind} "${policy}": "${element}" ${inside} ${reason}`, {
      remedy: 'Read this statement by hand, or ask the IAM policy simulator, before you rely on a decision.',
      where: `${policy}:${statement}`,
    });
    this.policy = policy;
    this.statement = statement;
    this.element = element;
  }
}
