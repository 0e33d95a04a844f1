import { safeText } from '@firebreak/untrusted';
import { cellWidth, graphemes } from '../tui/text/cell-width.ts';

/** A line of progress that is no wider than the terminal, whose last column stays free; the count is always whole. */
export function progressLine(what: string, done: number, total: number, columns: number): string {
  const count = `: ${done}/${total} files`;
  const room = Math.max(0, columns - 1 - count.length);
  const text = safeText(what);
  if (cellWidth(text) <= room) return `${text}${count}`;
  let kept = '';
  for (const grapheme of graphemes(text)) {
    if (cellWidth(kept) + cellWidth(grapheme) > room - 1) break;
    kept += grapheme;
  }
  return `${kept}…${count}`;
}

/** Draws progress over itself on standard error, a terminal. The last one stays, and so does one that is left. */
export function drawProgress(what: string, done: number, total: number): void {
  const line = progressLine(what, done, total, process.stderr.columns || 80);
  process.stderr.write(`\r\u001b[K${line}${done === total ? '\n' : ''}`);
}
