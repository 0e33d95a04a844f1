import type { PromptView } from '../state/view.ts';
import { BLANK, type Line, line, type Span, span } from '../text/line.ts';
import { fieldLines } from '../text/text-field.ts';
import { wrap, wrapText } from '../text/wrap.ts';
import { buttons } from './buttons.ts';
import { byHandPanel } from './by-hand-panel.ts';
import { below, type Panel } from './panel.ts';

/** What a prompt asks, in rows. */
export function promptPanel(prompt: PromptView, width: number): Panel {
  switch (prompt.kind) {
    case 'read':
      return readPanel(prompt, width);
    case 'ask':
      return askPanel(prompt, width);
    case 'decide':
      return decidePanel(prompt, width);
    case 'approve':
      return approvePanel(prompt, width);
    case 'by-hand':
      return byHandPanel(prompt, width);
    case 'failed':
      return {
        lines: [
          ...wrapText(prompt.why, width, 'plain', { first: [span('✖ Failed: ', 'bad')], rest: [span('  ')] }),
          ...wrapText(prompt.remedy, width, 'plain', { first: [span('→ ', 'accent')], rest: [span('  ')] }),
          BLANK,
          [
            span('r', 'strong'),
            span(' retry   '),
            span('s', 'strong'),
            span(' skip with a reason   '),
            span('q', 'strong'),
            span(' stop'),
          ],
        ],
      };
  }
}

type Shown<K extends PromptView['kind']> = Extract<PromptView, { kind: K }>;

function readPanel({ ticks, at }: Shown<'read'>, width: number): Panel {
  if (ticks.length === 0) return { lines: wrapText('Enter when you have read this.', width, 'dim', mark()) };
  const left = ticks.filter(({ set }) => !set).length;
  const foot = left === 0 ? 'All ticked: Enter continues.' : `${left} of ${ticks.length} left to tick.`;
  const rows = ticks.map(({ text, set }, index) =>
    wrapText(text, width, index === at ? 'strong' : 'plain', {
      first: [pointer(index === at), span(set ? '[x] ' : '[ ] ', set ? 'good' : 'plain')],
      rest: [span('      ')],
    }),
  );
  return { lines: [...rows.flat(), BLANK, line(foot, 'dim')], focus: rows.slice(0, at + 1).flat().length };
}

function askPanel({ question, suggestion, field }: Shown<'ask'>, width: number): Panel {
  const { lines, cursor } = fieldLines(field, width);
  const empty = field.before.length + field.after.length === 0;
  const hint =
    suggestion === undefined || !empty
      ? []
      : wrap([span('Enter alone takes ', 'dim'), span(suggestion, 'code')], width);
  return below(wrapText(question, width, 'strong'), { lines: [...lines, ...hint], focus: cursor.y, cursor });
}

function decidePanel({ options, at, recommended }: Shown<'decide'>, width: number): Panel {
  const rows = options.map((text, index) => {
    const spans: Span[] = [span(text, index === at ? 'strong' : 'plain')];
    if (index === recommended) spans.push(span(' (recommended)', 'good'));
    return wrap(spans, width, {
      first: [pointer(index === at), span(`${index + 1} `, 'dim')],
      rest: [span('    ')],
    });
  });
  return { lines: rows.flat(), focus: rows.slice(0, at).flat().length };
}

function approvePanel({ confirm, field, focus }: Shown<'approve'>, width: number): Panel {
  const row = buttons([
    { text: 'Cancel', chosen: focus === 'cancel' },
    { text: 'Approve', chosen: focus === 'approve' },
  ]);
  if (confirm === undefined) return { lines: [row] };
  const { lines, cursor } = fieldLines(field, width);
  const typing = focus === 'word' ? { cursor, focus: cursor.y } : {};
  const question = wrap([span('To approve, type '), span(confirm, 'code')], width);
  return below(question, { lines: [...lines, row], ...typing });
}

function pointer(chosen: boolean): Span {
  return chosen ? span('▸ ', 'accent') : span('  ');
}

function mark(): { readonly first: Line } {
  return { first: [span('▸ ', 'accent')] };
}
