import type { Modal, View } from '../state/view.ts';
import { BLANK } from '../text/line.ts';
import { fieldLines } from '../text/text-field.ts';
import { wrapText } from '../text/wrap.ts';
import { buttons } from './buttons.ts';
import { below, type Panel } from './panel.ts';

/** One of the screen's own questions, in rows. */
export function modalPanel(modal: Modal, view: View, width: number): Panel {
  if (modal.kind === 'reason') {
    const { lines, cursor } = fieldLines(modal.field, width);
    const why = view.prompt?.kind === 'approve' ? 'Nothing was changed. Why not?' : 'Why skip this step?';
    const question = wrapText(`${why} The reason goes into the journal and the report.`, width, 'strong');
    return below(question, { lines, focus: cursor.y, cursor });
  }
  return {
    lines: [
      ...wrapText('Stop here? Nothing is lost. Resume later with:', width, 'strong'),
      ...wrapText(view.resume, width, 'code'),
      BLANK,
      buttons([
        { text: 'Keep going', chosen: modal.focus === 'stay' },
        { text: 'Stop', chosen: modal.focus === 'stop' },
      ]),
    ],
    focus: 4,
  };
}
