import type { Action } from '@firebreak/containment';

/** One containment: what to do, to what, and the name it has in the journal. */
export interface Containing {
  readonly id: string;
  readonly action: Action;
  readonly account: string;
  readonly target: Readonly<Record<string, string>>;
  /** A word that has to be typed to approve. */
  readonly confirm: string | undefined;
}
