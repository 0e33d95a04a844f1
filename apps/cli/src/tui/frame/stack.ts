import type { Reach } from '../keys/pressed.ts';
import { BLANK, type Line, line } from '../text/line.ts';
import type { Panel } from './panel.ts';

export interface Stacked {
  readonly lines: readonly Line[];
  readonly reach: Reach;
  readonly cursor: Panel['cursor'];
}

const LEAST_CONTENT = 3;

/**
 * Content that scrolls, with a panel under it that always stays on the screen. The panel follows the content when
 * both fit; otherwise the content gets what the panel leaves, and says how much of it is hidden.
 */
export function stack(content: readonly Line[], panel: Panel, height: number, scroll: number): Stacked {
  const gap = content.length > 0 && panel.lines.length > 0 ? 1 : 0;
  if (content.length + gap + panel.lines.length <= height) {
    const start = content.length + gap;
    return {
      lines: [...content, ...(gap === 1 ? [BLANK] : []), ...panel.lines],
      reach: { page: height, max: 0 },
      cursor: moved(panel.cursor, start),
    };
  }
  const share = Math.min(content.length, Math.max(LEAST_CONTENT, Math.floor(height / 3)));
  const low = windowed(panel, Math.max(1, height - share - (share > 0 ? gap : 0)));
  const room = height - low.lines.length;
  const page = Math.max(1, room - 1);
  const max = Math.max(0, content.length - page);
  const from = Math.min(scroll, max);
  const shown = content.slice(from, from + page);
  const filled = [...shown, ...Array.from({ length: page - shown.length }, () => BLANK)];
  return {
    lines: [...filled, hidden(from, content.length - from - page), ...low.lines],
    reach: { page, max },
    cursor: moved(low.cursor, room),
  };
}

function hidden(above: number, under: number): Line {
  const parts = [
    ...(above > 0 ? [`↑ ${above} above`] : []),
    ...(under > 0 ? [`↓ ${under} more ${under === 1 ? 'line' : 'lines'}`] : []),
  ];
  if (parts.length === 0) return BLANK;
  return line(`── ${parts.join(' · ')} · PgUp PgDn ──`, 'dim');
}

/** The part of a panel around its focus. */
function windowed({ lines, focus = 0, cursor }: Panel, height: number): Panel {
  if (lines.length <= height) return cursor === undefined ? { lines } : { lines, cursor };
  const from = Math.max(0, Math.min(lines.length - height, focus - Math.floor(height / 2)));
  const moving = moved(cursor, -from);
  const part = lines.slice(from, from + height);
  return moving === undefined || moving.y < 0 || moving.y >= height
    ? { lines: part }
    : { lines: part, cursor: moving };
}

function moved(cursor: Panel['cursor'], by: number): Panel['cursor'] {
  return cursor === undefined ? undefined : { x: cursor.x, y: cursor.y + by };
}
