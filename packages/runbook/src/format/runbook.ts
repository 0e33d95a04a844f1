import type { FrontMatter, Input } from './front-matter.ts';
import type { StepFence } from './step-fence.ts';

/** A runbook as it stands in its Markdown file. */
export interface Runbook {
  /** The file's name without `.md`. */
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly severity: FrontMatter['severity'];
  /** Day of the last review, `yyyy-MM-dd`. */
  readonly reviewed: string;
  /** Finding types that it is for; `*` stands for any characters. */
  readonly findings: readonly string[];
  readonly inputs: Readonly<Record<string, Input>>;
  /** What stands between title and first step, Markdown. */
  readonly intro: string;
  readonly steps: readonly Step[];
  /** The whole file; its hash ties an incident to this version. */
  readonly text: string;
}

/** A `##` heading and what stands below it. */
export interface Step {
  /** GitHub's slug of the heading, so that a link in the document is also a jump in the program. */
  readonly id: string;
  readonly title: string;
  readonly line: number;
  /** The prose in Markdown, without the fence, the ticks and the options. */
  readonly prose: string;
  readonly ticks: readonly string[];
  readonly options: readonly Option[];
  readonly fence: StepFence | undefined;
}

/** One branch of a decision: an item of a list, with a link to a step. */
export interface Option {
  readonly label: string;
  readonly goto: string;
  readonly line: number;
  readonly column: number;
}

export type StepKind = 'read' | 'decide' | 'ask' | 'query' | 'trace' | 'contain' | 'verify';

/** What a step is, by what it holds. */
export function stepKind({ fence, options }: Step): StepKind {
  if (fence === undefined) return options.length > 0 ? 'decide' : 'read';
  if ('decide' in fence) return 'decide';
  if ('ask' in fence) return 'ask';
  if ('query' in fence) return 'query';
  if ('trace' in fence) return 'trace';
  return 'contain' in fence ? 'contain' : 'verify';
}
