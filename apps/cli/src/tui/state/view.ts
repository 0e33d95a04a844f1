import type { SafeText } from '@firebreak/untrusted';
import type { TextField } from '../text/text-field.ts';
import type { FactView } from './fact-view.ts';
import type { PlanView } from './plan-view.ts';

export type Tone = 'intruder' | 'good' | 'bad' | 'plain';

/** One happening as a line. */
export interface FeedItem {
  readonly time: SafeText;
  /** Says in a word what the tone says in colour. */
  readonly word: SafeText;
  readonly tone: Tone;
  readonly text: SafeText;
  /** Book-keeping, shown in the full activity only. */
  readonly minor: boolean;
}

export interface StepItem {
  readonly id: string;
  readonly title: SafeText;
  readonly state: 'now' | 'done' | 'skipped' | 'failed';
}

export interface ContainmentItem {
  readonly title: SafeText;
  readonly proven: boolean;
}

/** A prompt as it stands on the screen, with what the responder has done to it so far. */
export type PromptView =
  | {
      readonly kind: 'read';
      readonly ticks: readonly { readonly text: SafeText; readonly set: boolean }[];
      readonly at: number;
    }
  | {
      readonly kind: 'ask';
      readonly question: SafeText;
      readonly suggestion: SafeText | undefined;
      readonly field: TextField;
    }
  | {
      readonly kind: 'decide';
      readonly options: readonly SafeText[];
      readonly recommended: number;
      readonly at: number;
    }
  | {
      readonly kind: 'approve';
      readonly plan: PlanView;
      readonly changed: SafeText | undefined;
      readonly confirm: SafeText | undefined;
      readonly field: TextField;
      readonly focus: 'cancel' | 'word' | 'approve';
      /** Whether the end of the change was on the screen; nothing is approved before. */
      readonly seen: boolean;
    }
  | {
      readonly kind: 'by-hand';
      readonly command: SafeText;
      readonly account: SafeText;
      readonly wants: 'output' | 'done';
      readonly output: string;
    }
  | { readonly kind: 'failed'; readonly why: SafeText; readonly remedy: SafeText };

/** A question that the screen itself asks before it answers a prompt. */
export type Modal =
  | { readonly kind: 'reason'; readonly field: TextField }
  | { readonly kind: 'stop'; readonly focus: 'stay' | 'stop' };

/** What covers the whole screen below the header. */
export type Sheet = 'briefing' | 'activity' | 'facts' | 'help';

/** Everything that is on the screen. The components draw it and know nothing else. */
export interface View {
  readonly title: SafeText;
  readonly briefing: readonly SafeText[];
  readonly resume: SafeText;
  readonly mode: 'aws' | 'by-hand' | 'drill' | undefined;
  /** When the last event was written. */
  readonly at: SafeText | undefined;
  readonly steps: readonly StepItem[];
  readonly feed: readonly FeedItem[];
  readonly facts: readonly FactView[];
  /** How many of them came since the last answer: the next question is about them. */
  readonly fresh: number;
  /** Where in the feed that begins which came since the last answer. */
  readonly freshFeed: number;
  /** The call that was sent last, by name: its answer does not repeat it. */
  readonly lastCall: SafeText | undefined;
  /** The containments so far, by the step that they belong to. */
  readonly containments: ReadonlyMap<string, ContainmentItem>;
  readonly progress: SafeText | undefined;
  /** The step on the right, which stays while the engine works on it. */
  readonly step: { readonly id: string; readonly title: SafeText; readonly prose: SafeText } | undefined;
  readonly prompt: PromptView | undefined;
  readonly modal: Modal | undefined;
  readonly sheet: Sheet | undefined;
  readonly scroll: number;
  readonly sheetScroll: number;
  readonly notice: { readonly text: SafeText; readonly tone: 'bad' | 'plain' } | undefined;
  /** The responder asked to stop; the next prompt is answered with it. */
  readonly stopping: boolean;
  /** Keys before this moment were meant for what stood there before. */
  readonly deafUntil: number;
}
