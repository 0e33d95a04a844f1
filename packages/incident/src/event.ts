import type { ApiAnswer, ApiCall } from '@firebreak/aws';
import type { Plan, State } from '@firebreak/containment';

/** One thing that happened in an incident. The incident's state is a fold over these. */
export type IncidentEvent =
  | IncidentOpened
  | { readonly type: 'incident.resumed'; readonly by: string }
  | { readonly type: 'incident.closed'; readonly outcome: Outcome }
  | EvidenceStored
  | {
      readonly type: 'variable.set';
      readonly step: string | null;
      readonly name: string;
      readonly value: State;
    }
  | { readonly type: 'step.entered'; readonly step: string; readonly title: string; readonly kind: string }
  | { readonly type: 'step.succeeded'; readonly step: string; readonly next?: string }
  | StepSkipped
  | { readonly type: 'step.failed'; readonly step: string; readonly why: string; readonly remedy: string }
  | {
      readonly type: 'answer.given';
      readonly step: string;
      readonly question: string;
      readonly answer: string;
    }
  | { readonly type: 'fact.found'; readonly step: string; readonly fact: Fact }
  | { readonly type: 'containment.planned'; readonly step: string; readonly plan: Plan }
  | ContainmentApproved
  | {
      readonly type: 'call.intended';
      readonly step: string;
      readonly purpose: Purpose;
      readonly call: ApiCall;
    }
  | {
      readonly type: 'call.returned';
      readonly step: string;
      readonly purpose: Purpose;
      readonly answer: ApiAnswer;
    }
  | CallFailed
  | {
      readonly type: 'containment.proven';
      readonly step: string;
      readonly observed: State;
      readonly how: string;
    }
  | {
      readonly type: 'containment.unproven';
      readonly step: string;
      readonly observed: State;
      readonly why: string;
    }
  | { readonly type: 'undo.approved'; readonly step: string; readonly by: string; readonly forced: boolean }
  | { readonly type: 'containment.undone'; readonly step: string; readonly observed: State };

export interface StepSkipped {
  readonly type: 'step.skipped';
  readonly step: string;
  readonly title: string;
  readonly reason: string;
  /** False when the runbook's own condition was; absent when the responder skipped it. */
  readonly applies?: false;
}

export type Purpose = 'apply' | 'undo';

/**
 * How a run ended: every containment proven or skipped by the responder; something still open; or containment was
 * wanted, and no step for it applied.
 */
export type Outcome = 'done' | 'not-proven' | 'nothing-contained';

export interface IncidentOpened {
  readonly type: 'incident.opened';
  /** The incident's id, which is also its folder's name. */
  readonly incident: string;
  readonly title: string;
  readonly responder: string;
  /** How AWS is reached: with the SDK's clients, by hand, or a simulated organisation behind the clients. */
  readonly mode: 'aws' | 'by-hand' | 'drill';
  readonly finding: FindingSummary;
  readonly runbook: { readonly id: string; readonly title: string; readonly sha256: string };
  /** Where the logs were read from; absent when there were none. */
  readonly logs?: string;
}

/** The lines of a finding that a report repeats. The finding itself is evidence. */
export interface FindingSummary {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly severity: { readonly value: number; readonly label: string };
  readonly account: string | null;
  readonly region: string | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly accessKeyId: string | null;
  readonly principal: string | null;
  readonly remoteAddress: string | null;
  readonly sample: boolean;
}

export interface EvidenceStored {
  readonly type: 'evidence.stored';
  readonly step: string | null;
  /** Path below the incident's folder, with forward slashes. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** What it is and where it came from, in one line. */
  readonly what: string;
}

export interface ContainmentApproved {
  readonly type: 'containment.approved';
  readonly step: string;
  /** The plan with its exact documents, as it is going to be applied. */
  readonly plan: Plan;
  /** The hash that the responder saw and approved. */
  readonly hash: string;
  readonly by: string;
  /** How the approval was given: `typed` a word, `chosen` on a screen, `recommended` without a terminal. */
  readonly how: 'typed' | 'chosen' | 'recommended';
}

export interface CallFailed {
  readonly type: 'call.failed';
  readonly step: string;
  readonly purpose: Purpose;
  /** Whether the call can have taken effect all the same. */
  readonly effect: 'none' | 'unknown';
  readonly why: string;
}

/** Something that was learned, as the screens and the report show it. Its source is evidence. */
export type Fact =
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly State[])[];
      readonly empty: string;
    }
  | {
      readonly kind: 'lineage';
      readonly title: string;
      readonly key: string;
      readonly hops: readonly LineageHop[];
      readonly root: string;
      readonly gaps: readonly string[];
      readonly sessions: readonly LineageHop[];
    };

/** One key of a lineage. Oldest first in a chain. */
export interface LineageHop {
  readonly accessKeyId: string;
  /** The user or role that its permissions come from; null when that is not known. */
  readonly holder: string | null;
  /** The call that handed it out; null for a long-term key, and where no record says it. */
  readonly issued: {
    /** The key that signed the call, or the service that made it. */
    readonly by: string;
    readonly eventName: string;
    readonly time: string;
    readonly sourceAddress: string | null;
  } | null;
}

/** An event as it stands in the journal. */
export type JournalEntry = IncidentEvent & {
  /** Counts from 1. */
  readonly seq: number;
  /** When it was written, ISO 8601 in UTC. */
  readonly at: string;
  /** SHA-256 of the line before; 64 zeros in the first line. */
  readonly previous: string;
};
