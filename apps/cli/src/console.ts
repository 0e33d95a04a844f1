import type { JournalEntry } from '@firebreak/incident';
import type { FrontEnd } from '@firebreak/runbook';

export type Tone = 'intruder' | 'good' | 'bad' | 'plain';

/** One of the three front ends, and what surrounds it while a program runs. */
export interface Console {
  readonly frontEnd: FrontEnd;
  /** Aborted when the responder leaves at once; the reason is `OutputGone` when nobody reads any more. */
  readonly signal: AbortSignal;
  /** Takes in what an incident that is resumed has behind it. */
  recall(entries: readonly JournalEntry[]): void;
  /** Says something that is not in the journal, such as what the intruder of a drill does. */
  note(line: string, tone: Tone): void;
  /** Ends it and leaves a plain summary behind. */
  close(summary: readonly string[]): Promise<void>;
}

export interface ConsoleOptions {
  readonly title: string;
  /** The story of a drill, or the finding, in plain lines. */
  readonly briefing: readonly string[];
  readonly resumeCommand: string;
  /** Where answers come from. Standard input when absent. */
  readonly input?: NodeJS.ReadStream;
}
