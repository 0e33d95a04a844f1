import type { Line } from '../text/line.ts';

/** A part of the screen in rows, with the row that has to stay in view and where the cursor blinks. */
export interface Panel {
  readonly lines: readonly Line[];
  readonly focus?: number;
  readonly cursor?: { readonly x: number; readonly y: number };
}

/** Puts rows before a panel; what it points at moves along. */
export function below(lines: readonly Line[], panel: Panel): Panel {
  const by = lines.length;
  return {
    lines: [...lines, ...panel.lines],
    ...(panel.focus === undefined ? {} : { focus: panel.focus + by }),
    ...(panel.cursor === undefined ? {} : { cursor: { x: panel.cursor.x, y: panel.cursor.y + by } }),
  };
}
