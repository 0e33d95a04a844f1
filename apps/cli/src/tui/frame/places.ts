import type { View } from '../state/view.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** How wide and high each part of the screen is; 0 is a part that is left out. */
export interface Places {
  readonly columns: number;
  readonly rows: number;
  /** Between the margins. */
  readonly inner: number;
  readonly steps: number;
  readonly body: number;
  readonly aside: number;
  /** Rows of the steps and the body. */
  readonly height: number;
  readonly feed: number;
  readonly bodyLeft: number;
  readonly bodyTop: number;
  readonly warning: string | undefined;
}

const WIDEST_TEXT = 92;
/** A margin, a bar and a margin between two columns. */
const GUTTER = 3;

export function places(view: View, { columns, rows }: Size): Places {
  const inner = Math.max(10, columns - 2);
  const small = columns < 60 || rows < 18;
  const warning = small ? warningFor(inner) : undefined;
  const alone = small || view.sheet !== undefined || isWide(view, columns);
  const covered = view.sheet !== undefined || (view.prompt?.kind === 'by-hand' && rows < 30);
  const feed = small || covered ? 0 : feedRows(rows);
  const steps = alone ? 0 : Math.min(36, Math.max(20, Math.floor(inner * 0.3)));
  const left = alone ? inner : inner - steps - GUTTER;
  const aside = alone || left < WIDEST_TEXT + GUTTER + 40 ? 0 : left - WIDEST_TEXT - GUTTER;
  const frameRows = 4 + (small ? 1 : 0) + (feed === 0 ? 0 : feed + 1);
  return {
    columns,
    rows,
    inner,
    steps,
    body: aside === 0 ? Math.min(left, view.sheet === undefined && !alone ? WIDEST_TEXT : left) : WIDEST_TEXT,
    aside,
    height: Math.max(1, rows - frameRows),
    feed,
    bodyLeft: 1 + (steps === 0 ? 0 : steps + GUTTER),
    bodyTop: 2 + (small ? 1 : 0),
    warning,
  };
}

function warningFor(width: number): string {
  const short = 'Steps and feed are hidden: press f';
  const long = 'Small window: steps and feed are hidden (f). 60×18 shows all.';
  return width < long.length ? short : long;
}

/** A plan needs the columns to be read, and a command to be copied. */
function isWide({ prompt }: View, columns: number): boolean {
  return prompt?.kind === 'by-hand' || (prompt?.kind === 'approve' && columns < 110);
}

function feedRows(rows: number): number {
  if (rows >= 36) return 6;
  return rows >= 24 ? 4 : 3;
}
