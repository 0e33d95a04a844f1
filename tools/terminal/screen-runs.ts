import type { IBuffer, IBufferCell } from '@xterm/headless';

/** How text looks; `colour` is one of the terminal's sixteen. */
export interface Look {
  readonly colour: number | undefined;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly inverse: boolean;
}

/** Cells of one row that stand beside each other and look the same. */
export interface Run extends Look {
  readonly row: number;
  readonly column: number;
  readonly cells: number;
  readonly text: string;
}

/** Reads a screen as runs of text, top to bottom. Cells that show nothing are left out. */
export function screenRuns(buffer: IBuffer, columns: number, rows: number): Run[] {
  const runs: Run[] = [];
  for (let row = 0; row < rows; row += 1) {
    const line = buffer.getLine(buffer.baseY + row);
    let last: Run | undefined;
    for (let column = 0; column < columns; column += 1) {
      const cell = line?.getCell(column);
      if (cell === undefined || cell.getWidth() === 0) continue;
      const run = { ...lookOf(cell), row, column, cells: cell.getWidth(), text: cell.getChars() || ' ' };
      if (last !== undefined && last.column + last.cells === column && sameLook(last, run)) {
        last = { ...last, cells: last.cells + run.cells, text: last.text + run.text };
        runs[runs.length - 1] = last;
      } else {
        last = run;
        runs.push(run);
      }
    }
  }
  return runs.map(withoutBlanks).filter(({ cells }) => cells > 0);
}

/** A run without the blanks at its ends, which show nothing unless they are inverse. */
function withoutBlanks(run: Run): Run {
  if (run.inverse) return run;
  const leading = run.text.length - run.text.trimStart().length;
  const trailing = run.text.trimStart().length - run.text.trim().length;
  const cells = Math.max(0, run.cells - leading - trailing);
  return { ...run, column: run.column + leading, cells, text: run.text.trim() };
}

function lookOf(cell: IBufferCell): Look {
  return {
    colour: cell.isFgPalette() && cell.getFgColor() < 16 ? cell.getFgColor() : undefined,
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    inverse: cell.isInverse() !== 0,
  };
}

function sameLook(a: Look, b: Look): boolean {
  return a.colour === b.colour && a.bold === b.bold && a.dim === b.dim && a.inverse === b.inverse;
}
