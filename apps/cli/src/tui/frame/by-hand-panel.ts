import { safeText } from '@firebreak/untrusted';
import { readsAsJson } from '../keys/press-by-hand.ts';
import type { PromptView } from '../state/view.ts';
import { cellWidth } from '../text/cell-width.ts';
import { BLANK, type Line, line, shortened, span } from '../text/line.ts';
import { shellLines } from '../text/shell-lines.ts';
import { wrap, wrapText } from '../text/wrap.ts';
import type { Panel } from './panel.ts';

const SHOWN_ROWS = 4;

type ByHand = Extract<PromptView, { kind: 'by-hand' }>;

/** The command alone on its rows, so that it can be selected, and the place for what it printed. */
export function byHandPanel({ command, account, wants, output }: ByHand, width: number): Panel {
  const head = [
    ...wrap([span('Run this in another terminal, in account '), span(account, 'strong'), span(':')], width),
    BLANK,
    ...shellLines(command, width).flatMap((row) => wrap([span(row, 'code')], width)),
    BLANK,
  ];
  if (wants === 'done') {
    return {
      lines: [
        ...head,
        ...wrapText('Enter when it has run without an error.', width, 'dim', {
          first: [span('▸ ', 'accent')],
        }),
      ],
    };
  }
  const { lines, cursor } = outputLines(output, width);
  const foot = output === '' ? 'Paste what it printed here.' : judged(output);
  const all = [...head, ...lines, line(foot, readsAsJson(output) ? 'good' : 'dim')];
  const y = head.length + cursor.y;
  return { lines: all, focus: y, cursor: { x: cursor.x, y } };
}

/** The end of the output: only what is seen is made safe, for it can be long. */
function outputLines(
  output: string,
  width: number,
): { readonly lines: readonly Line[]; readonly cursor: { x: number; y: number } } {
  const rows = output.slice(-20_000).split('\n').slice(-SHOWN_ROWS);
  const lines = rows.map((row) =>
    shortened([span('› ', 'accent'), span(row.slice(0, 500).replaceAll('\t', '  '))], width - 1),
  );
  const last = safeText((rows.at(-1) ?? '').slice(0, 500).replaceAll('\t', '  '));
  return { lines, cursor: { x: Math.min(width - 1, 2 + cellWidth(last)), y: lines.length - 1 } };
}

function judged(output: string): string {
  const rows = output.split('\n').length;
  const count = `${rows} ${rows === 1 ? 'line' : 'lines'}, ${output.length} characters`;
  return readsAsJson(output) ? `${count}. ✔ Whole JSON: Enter sends it.` : `${count}. Not whole JSON yet.`;
}
