import type { StepItem } from '../state/view.ts';
import { BLANK, type Line, line, type Style, span } from '../text/line.ts';
import { wrap } from '../text/wrap.ts';

const LOOKS: Readonly<Record<StepItem['state'], { sign: string; style: Style; title: Style; word: string }>> =
  {
    now: { sign: '▸', style: 'accent', title: 'strong', word: '' },
    done: { sign: '✔', style: 'good', title: 'dim', word: '' },
    skipped: { sign: '–', style: 'warn', title: 'dim', word: 'skipped' },
    failed: { sign: '✖', style: 'bad', title: 'strong', word: 'failed' },
  };

/** The steps so far. When they do not fit, the first ones leave, so that the current one stays in view. */
export function stepLines(
  steps: readonly StepItem[],
  current: string | undefined,
  width: number,
  height: number,
): readonly Line[] {
  const rows = steps.map((step) => stepRows(step, width));
  const at = steps.findIndex(({ id }) => id === current);
  const room = height - 2;
  let from = 0;
  const fits = (to: number): boolean => rows.slice(from, to).flat().length <= room;
  while (!fits(rows.length) && (at === -1 || from < at) && !fits(at === -1 ? rows.length : at + 2)) from += 1;
  const done = steps.filter(({ state }) => state === 'done').length;
  const head = from === 0 ? `Steps · ${done} done` : `Steps · ↑ ${from} above`;
  return [line(head, 'dim'), BLANK, ...rows.slice(from).flat().slice(0, room)];
}

function stepRows({ title, state }: StepItem, width: number): readonly Line[] {
  const { sign, style, title: look, word } = LOOKS[state];
  const spans = [span(title, look), ...(word === '' ? [] : [span(` · ${word}`, style)])];
  return wrap(spans, width, { first: [span(`${sign} `, style)], rest: [span('  ')] });
}
