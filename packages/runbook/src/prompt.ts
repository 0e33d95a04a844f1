import type { ApiCall } from '@firebreak/aws';
import type { Plan } from '@firebreak/containment';
import type { JournalEntry, Outcome } from '@firebreak/incident';

/** The step that a prompt belongs to. */
export interface PromptedStep {
  readonly id: string;
  readonly title: string;
  /** The step's prose in Markdown, with values filled in. */
  readonly prose: string;
}

/** Something that only a person can say. Every prompt may also be answered with `stop`. */
export type Prompt =
  | { readonly kind: 'read'; readonly step: PromptedStep; readonly ticks: readonly string[] }
  | AskPrompt
  | DecidePrompt
  | ApprovePrompt
  | ByHandPrompt
  | { readonly kind: 'failed'; readonly step: PromptedStep; readonly why: string; readonly remedy: string };

export interface AskPrompt {
  readonly kind: 'ask';
  readonly step: PromptedStep;
  readonly question: string;
  /** The answer to take when the responder just presses Enter. */
  readonly suggestion?: string;
  /** Says what is wrong with an answer, or nothing when it is fine. */
  readonly objection: (answer: string) => string | undefined;
}

export interface DecidePrompt {
  readonly kind: 'decide';
  readonly step: PromptedStep;
  readonly options: readonly { readonly label: string; readonly goto: string }[];
  /** Index of the option that the runbook recommends. */
  readonly recommended: number;
}

export interface ApprovePrompt {
  readonly kind: 'approve';
  readonly step: PromptedStep;
  readonly plan: Plan;
  /** A word that has to be typed, for changes where a key press is too easy. */
  readonly confirm?: string;
  /** Why the plan is shown again: the state changed since the last time. */
  readonly changed?: string;
}

export interface ByHandPrompt {
  readonly kind: 'by-hand';
  readonly step: PromptedStep;
  readonly call: ApiCall;
  /** The AWS CLI line to run, safe to paste into a POSIX shell. */
  readonly command: string;
  /** `output`: paste the JSON that came back. `done`: just say that it was run. */
  readonly wants: 'output' | 'done';
}

export type Answer =
  | { readonly kind: 'continue' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'option'; readonly index: number }
  | { readonly kind: 'approve'; readonly how: 'typed' | 'chosen' | 'recommended' }
  | { readonly kind: 'ran'; readonly output: string }
  | { readonly kind: 'retry' }
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'stop' };

/** Work in progress that is not worth a line in the journal. */
export interface Progress {
  readonly type: 'progress';
  readonly what: string;
  readonly done?: number;
  readonly total?: number;
}

/**
 * A front end: asks a person and shows what happens. Ink screens, plain lines and NDJSON each are one, and drive
 * the same engine. The answer must fit the prompt's kind; `stop` fits all.
 *
 * | prompt | answers |
 * | --- | --- |
 * | read | continue |
 * | ask | text, skip |
 * | decide | option |
 * | approve | approve, skip |
 * | by-hand | ran, skip |
 * | failed | retry, skip |
 */
export interface FrontEnd {
  ask(prompt: Prompt, signal: AbortSignal): Promise<Answer>;
  /** Called after an event is in the journal, and for progress; awaited, so that order is kept. */
  tell(happening: JournalEntry | Progress): void | Promise<void>;
}

/** How a run of the engine ended. `stopped` can be resumed. */
export type RunEnd = Outcome | 'stopped';
