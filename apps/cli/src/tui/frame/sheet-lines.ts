import { contextOf } from '../keys/context.ts';
import { helpOf } from '../keys/keys.ts';
import type { Sheet, View } from '../state/view.ts';
import { BLANK, type Line, line, padded, span } from '../text/line.ts';
import { wrapText } from '../text/wrap.ts';
import { briefingLines } from './briefing-lines.ts';
import { findings } from './fact-lines.ts';
import { activityLines } from './feed-lines.ts';

const PROSE_WIDTH = 88;

/** What a sheet that covers the screen says, in rows. */
export function sheetLines(view: View, sheet: Sheet, width: number): readonly Line[] {
  switch (sheet) {
    case 'briefing':
      return [
        line('Briefing', 'accent'),
        BLANK,
        ...briefingLines(view.briefing, Math.min(width, PROSE_WIDTH)),
      ];
    case 'activity':
      return [tabs('activity'), BLANK, ...orElse(activityLines(view.feed, width), 'Nothing happened yet.')];
    case 'facts':
      return [tabs('facts'), BLANK, ...orElse(findings(view.facts, width), 'Nothing was found yet.')];
    case 'help':
      return help(view, width);
  }
}

function tabs(open: 'facts' | 'activity'): Line {
  const tab = (name: string, chosen: boolean) =>
    chosen ? span(`[ ${name} ]`, 'strong') : span(`  ${name}  `, 'dim');
  return [tab('Findings', open === 'facts'), span(' '), tab('Activity', open === 'activity')];
}

function orElse(lines: readonly Line[], text: string): readonly Line[] {
  return lines.length > 0 ? lines : [line(text, 'dim')];
}

function help(view: View, width: number): readonly Line[] {
  const keys = helpOf(contextOf({ ...view, sheet: undefined }));
  const wide = Math.max(0, ...keys.map(({ shown }) => shown.length)) + 2;
  return [
    line('Keys that do something here', 'strong'),
    BLANK,
    ...keys.flatMap(({ shown, says }) =>
      wrapText(says, width, 'plain', {
        first: padded([span(shown, 'strong')], wide),
        rest: padded([], wide),
      }),
    ),
    BLANK,
    ...wrapText(
      'Nothing is changed in AWS without the Approve button. Stopping is safe at any time; resume with:',
      width,
      'dim',
    ),
    ...wrapText(view.resume, width, 'code'),
  ];
}
