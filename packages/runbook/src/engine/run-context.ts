import type { BoundQuery, QueryResult } from '@firebreak/athena';
import type { Api } from '@firebreak/aws';
import type { LineageSource } from '@firebreak/cloudtrail';
import type { Finding } from '@firebreak/guardduty';
import type { Incident } from '@firebreak/incident';
import type { Runbook } from '../format/runbook.ts';
import type { FrontEnd } from '../prompt.ts';

/** The logs that an incident is investigated in. */
export interface Logs {
  /** What they are, in a line: "412 files below logs/, 2026-09-11 to 2026-09-14". */
  readonly description: string;
  readonly lineage: LineageSource;
  /**
   * Checks a saved query's parameters and fills in the defaults.
   *
   * @throws {AthenaProblem} naming the parameter that is wrong.
   */
  bind(query: string, parameters: Readonly<Record<string, string>>): BoundSavedQuery;
  run(query: BoundQuery, signal: AbortSignal): Promise<QueryResult>;
}

export interface BoundSavedQuery {
  readonly title: string;
  /** What it means when there are no rows. */
  readonly empty: string;
  readonly bound: BoundQuery;
}

/** Everything that walking through a runbook needs. */
export interface RunContext {
  readonly runbook: Runbook;
  readonly finding: Finding;
  readonly incident: Incident;
  /** How AWS is called; `by-hand` asks the responder to run each call with the AWS CLI. */
  readonly api: Api | 'by-hand';
  readonly logs: Logs | undefined;
  readonly frontEnd: FrontEnd;
  readonly clock: () => Date;
  /** Aborted when the responder leaves. */
  readonly signal: AbortSignal;
  readonly responder: string;
  /** How far AWS's clock is ahead of ours, in milliseconds; a cut-off by a slow clock would let sessions live. */
  readonly clockSkew?: () => number;
  /** Pauses in milliseconds after which a change that does not show yet is read again; 1 s and 4 s if absent. */
  readonly rereadAfter?: readonly number[];
}
