import type { Reach } from '../keys/pressed.ts';
import type { View } from '../state/view.ts';
import { BLANK, type Line, line, shortened, span } from '../text/line.ts';
import { markdown } from '../text/markdown.ts';
import { wrapText } from '../text/wrap.ts';
import { factLines, findings } from './fact-lines.ts';
import { feedLines, outcomeLines } from './feed-lines.ts';
import { footerLine } from './footer-line.ts';
import { headerLine } from './header-line.ts';
import { modalPanel } from './modal-panel.ts';
import type { Panel } from './panel.ts';
import { type Places, places, type Size } from './places.ts';
import { planLines } from './plan-lines.ts';
import { promptPanel } from './prompt-panel.ts';
import { sheetLines } from './sheet-lines.ts';
import { stack } from './stack.ts';
import { stepLines } from './step-lines.ts';

/** The whole screen in rows. The components only put them side by side. */
export interface Frame {
  readonly places: Places;
  readonly header: Line;
  readonly warning: Line | undefined;
  readonly steps: readonly Line[];
  readonly body: readonly Line[];
  readonly aside: readonly Line[];
  readonly feed: readonly Line[];
  readonly footer: Line;
  readonly cursor: { readonly x: number; readonly y: number } | undefined;
  /** How far the pane that keys scroll can go. */
  readonly reach: Reach;
}

/** Lays a view out on a screen of the given size. Pure, so that a key knows what is seen when it is pressed. */
export function frame(view: View, size: Size): Frame {
  const at = places(view, size);
  const { lines, reach, cursor } = body(view, at);
  return {
    places: at,
    header: headerLine(view, at.inner),
    warning: at.warning === undefined ? undefined : shortened(line(at.warning, 'warn'), at.inner),
    steps: at.steps === 0 ? [] : stepLines(view.steps, view.step?.id, at.steps, at.height),
    body: lines,
    aside: at.aside === 0 ? [] : aside(view, at),
    feed: at.feed === 0 ? [] : feedLines(view.feed, at.inner, at.feed),
    footer: footerLine(view, at.inner),
    cursor: cursor === undefined ? undefined : { x: at.bodyLeft + cursor.x, y: at.bodyTop + cursor.y },
    reach,
  };
}

function body(view: View, { body: width, height, aside }: Places): ReturnType<typeof stack> {
  if (view.sheet !== undefined) {
    return stack(sheetLines(view, view.sheet, width), { lines: [] }, height, view.sheetScroll);
  }
  return stack(content(view, width, aside > 0), panel(view, width), height, view.scroll);
}

function content(view: View, width: number, wide: boolean): readonly Line[] {
  const { step, prompt } = view;
  if (step === undefined) return [];
  const title = wrapText(step.title, width, 'strong');
  if (prompt?.kind === 'approve') {
    return planLines(prompt.plan, { prose: markdown(step.prose, width), changed: prompt.changed }, width);
  }
  const omit = {
    ticks: prompt?.kind === 'read' && prompt.ticks.length > 0,
    jumps: prompt?.kind === 'decide',
  };
  const prose = markdown(step.prose, width, omit);
  const asks = prompt?.kind !== 'by-hand' && prompt?.kind !== 'failed';
  const found = asks && !wide ? view.facts.slice(view.facts.length - view.fresh) : [];
  const outcome = prompt?.kind === 'read' ? outcomeLines(view.feed.slice(view.freshFeed), width) : [];
  return [title, prose, ...found.map((fact) => factLines(fact, width)), outcome]
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : [BLANK, ...lines]));
}

/** The question, with what was wrong with the last answer right under it. */
function panel(view: View, width: number): Panel {
  const asked = question(view, width);
  if (view.notice?.tone !== 'bad') return asked;
  const first = [span('! ', 'bad')];
  const objection = wrapText(view.notice.text, width, 'bad', { first, rest: [span('  ')] });
  return {
    ...asked,
    lines: [...asked.lines, ...objection],
    focus: asked.lines.length + objection.length - 1,
  };
}

function question(view: View, width: number): Panel {
  if (view.modal !== undefined) return modalPanel(view.modal, view, width);
  if (view.prompt !== undefined) return promptPanel(view.prompt, width);
  const doing = view.progress ?? (view.step === undefined ? 'Starting' : 'Working');
  const lines = wrapText(`${doing} …`, width, 'accent');
  return {
    lines: view.stopping
      ? [...lines, ...wrapText('Stopping before the next question.', width, 'dim')]
      : lines,
  };
}

function aside({ facts }: View, { aside: width, height }: Places): readonly Line[] {
  const lines = facts.length === 0 ? [line('Nothing was found yet.', 'dim')] : findings(facts, width);
  return lines.length <= height ? lines : [...lines.slice(0, height - 1), line('… f shows all of it', 'dim')];
}
