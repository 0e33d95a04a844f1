import { operationName } from '@firebreak/aws';
import type { JournalEntry } from '@firebreak/incident';
import type { Progress, Prompt } from '@firebreak/runbook';
import { safeText } from '@firebreak/untrusted';
import { factView } from './fact-view.ts';
import { feedItem } from './feed-item.ts';
import { promptView } from './prompt-view.ts';
import type { ContainmentItem, StepItem, Tone, View } from './view.ts';

/** What the engine, the drill or the clock does to the view. Keys do theirs in `press`. */
export type Happening =
  | { readonly type: 'told'; readonly happening: JournalEntry | Progress }
  | { readonly type: 'noted'; readonly line: string; readonly tone: Tone }
  | { readonly type: 'prompted'; readonly prompt: Prompt; readonly now: number }
  | { readonly type: 'answered' };

/** Keys that were typed ahead must not approve what they were not meant for. */
const DEAF_MS = 300;

/** Folds a happening into the view. Every text from outside is made safe here. */
export function reduce(view: View, happening: Happening): View {
  switch (happening.type) {
    case 'told':
      return happening.happening.type === 'progress'
        ? { ...view, progress: progressText(happening.happening) }
        : journalled(view, happening.happening);
    case 'noted': {
      const { line, tone } = happening;
      const item = {
        // A drill has a clock of its own, and a note comes right after the event that it is about.
        time: view.feed.at(-1)?.time ?? safeText('--:--:--Z'),
        word: safeText(WORDS[tone]),
        tone,
        text: safeText(line),
        minor: false,
      };
      return { ...view, feed: [...view.feed, item] };
    }
    case 'prompted':
      return prompted(view, happening.prompt, happening.now);
    case 'answered':
      return {
        ...view,
        prompt: undefined,
        modal: undefined,
        notice: undefined,
        fresh: 0,
        freshFeed: view.feed.length,
      };
  }
}

const WORDS: Readonly<Record<Tone, string>> = {
  intruder: 'INTRUDER',
  good: 'good',
  bad: 'bad',
  plain: 'note',
};

function progressText({ what, done, total }: Progress): View['progress'] {
  const count = done === undefined ? '' : total === undefined ? ` (${done})` : ` (${done} of ${total})`;
  return safeText(`${what}${count}`);
}

function prompted(view: View, prompt: Prompt, now: number): View {
  const { id, title, prose } = prompt.step;
  const step = { id, title: safeText(title), prose: safeText(prose.replaceAll('\r\n', '\n'), 'lines') };
  return {
    ...view,
    step,
    steps: withStep(view.steps, {
      id,
      title: step.title,
      state: prompt.kind === 'failed' ? 'failed' : 'now',
    }),
    prompt: promptView(prompt),
    modal: undefined,
    notice: undefined,
    progress: undefined,
    scroll: 0,
    deafUntil: now + DEAF_MS,
  };
}

function journalled(view: View, entry: JournalEntry): View {
  const next: View = {
    ...view,
    at: safeText(entry.at.replace('T', ' ').replace(/\.\d+Z$/, 'Z')),
    feed: [...view.feed, feedItem(entry, view)],
    progress: undefined,
  };
  switch (entry.type) {
    case 'incident.opened':
      return { ...next, mode: entry.mode, title: safeText(entry.title) };
    case 'step.entered': {
      const title = safeText(entry.title);
      const same = view.step?.id === entry.step;
      return {
        ...next,
        steps: withStep(view.steps, { id: entry.step, title, state: 'now' }),
        step: same ? view.step : { id: entry.step, title, prose: safeText('') },
        scroll: same ? view.scroll : 0,
      };
    }
    case 'step.succeeded':
      return { ...next, steps: withState(view.steps, entry.step, 'done') };
    case 'step.failed':
      return { ...next, steps: withState(view.steps, entry.step, 'failed') };
    case 'step.skipped':
      return {
        ...next,
        steps: withStep(view.steps, { id: entry.step, title: safeText(entry.title), state: 'skipped' }),
      };
    case 'call.intended':
      return { ...next, lastCall: safeText(operationName(entry.call)) };
    case 'containment.planned':
    case 'containment.approved':
      return withContainment(next, entry.step, { title: safeText(entry.plan.title) });
    case 'containment.proven':
      return withContainment(next, entry.step, { proven: true });
    case 'containment.unproven':
      return withContainment(next, entry.step, { proven: false });
    case 'fact.found':
      return { ...next, facts: [...view.facts, factView(entry.fact)], fresh: view.fresh + 1 };
    default:
      return next;
  }
}

function withContainment(view: View, step: string, news: Partial<ContainmentItem>): View {
  const before = view.containments.get(step) ?? { title: safeText(step), proven: false };
  return { ...view, containments: new Map(view.containments).set(step, { ...before, ...news }) };
}

function withStep(steps: readonly StepItem[], step: StepItem): readonly StepItem[] {
  return steps.some(({ id }) => id === step.id)
    ? steps.map((other) => (other.id === step.id ? step : other))
    : [...steps, step];
}

function withState(steps: readonly StepItem[], id: string, state: StepItem['state']): readonly StepItem[] {
  return steps.map((step) => (step.id === id ? { ...step, state } : step));
}
