import { safeText } from '@firebreak/untrusted';
import type { PromptView } from '../state/view.ts';
import { cellWidth } from '../text/cell-width.ts';
import { cliOutput } from '../text/cli-output.ts';
import { BLANK, type Line, line, shortened, span } from '../text/line.ts';
import { shellLines } from '../text/shell-lines.ts';
import { wrap, wrapText } from '../text/wrap.ts';
import type { Panel } from './panel.ts';

const SHOWN_ROWS = 4;

type ByHand = Extract<PromptView, { kind: 'by-hand' }>;

/** The command alone on its rows, so that it can be selected, and the place for what it printed. */
export function byHandPanel({ command, account, wants, output }: ByHand, width: number): Panel {
  const what = wants === 'done' ? span('This changes AWS. ', 'warn') : span('This only reads. ');
  const head = [
    ...wrap(
      [what, span('Run it in another terminal, in account '), span(account, 'strong'), span(':')],
      width,
    ),
    BLANK,
    ...shellLines(command, width).flatMap((row) => wrap([span(row, 'code')], width)),
    BLANK,
  ];
  if (wants === 'done' && output === '') {
    const mark = { first: [span('▸ ', 'accent')], rest: [span('  ')] };
    const question = 'Enter when it has run without an error. If it failed, paste the error here.';
    return { lines: [...head, ...wrapText(question, width, 'dim', mark)] };
  }
  const { lines, cursor } = outputLines(output, width);
  const all = [...head, ...lines, judged(output)];
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

function judged(output: string): Line {
  if (output === '') return line('Paste what it printed here, be it JSON or an error.', 'dim');
  const rows = output.split('\n').length;
  const count = `${rows} ${rows === 1 ? 'line' : 'lines'}, ${output.length} characters`;
  switch (cliOutput(output)) {
    case 'json':
      return line(`${count}. ✔ Whole JSON: Enter sends it.`, 'good');
    case 'message':
      return line(`${count}. ✔ An error of the AWS CLI: Enter sends it.`, 'good');
    case 'unfinished':
      return line(`${count}. Not whole JSON yet.`, 'dim');
  }
}
