import type { InboxProblem } from './errors.ts';

/** A finding in the JSON of GetFindings as SDK and CLI give it: PascalCase keys, times as ISO 8601 text. */
export type RawFinding = Readonly<Record<string, unknown>>;

/** One finding of the inbox, with what a later change to it needs. */
export interface InboxFinding {
  /** The region that GuardDuty answered in. For a global service the finding's own `Region` may be another. */
  readonly region: string;
  /** The detector that the finding was listed from: for a member's finding that of the administrator. */
  readonly detectorId: string;
  readonly finding: RawFinding;
}

/** What happens while regions are read. `read` counts what AWS gave of that region so far, before the filter's part that is checked here. */
export type InboxProgress =
  | { readonly kind: 'page' | 'region-done'; readonly region: string; readonly read: number }
  | {
      readonly kind: 'region-failed';
      readonly region: string;
      readonly read: number;
      readonly problem: InboxProblem;
    };

/** When a finding was last updated, in milliseconds since 1970; 0 when it does not say. */
export function updatedAt({ finding }: InboxFinding): number {
  const time = Date.parse(String(finding['UpdatedAt']));
  return Number.isNaN(time) ? 0 : time;
}
