/** A label that begins at a place and is so wide. */
export interface Label {
  readonly x: number;
  readonly width: number;
}

const GAP = 12;

/**
 * The row of each label, 0 nearest to its mark, so that no two overlap. Labels run to the right of their marks and
 * the rightmost get the nearest rows, so the line from a mark down to its label never crosses another label.
 *
 * @param labels in the order of their places
 */
export function labelRows(labels: readonly Label[]): readonly number[] {
  /** For each row, where its leftmost label begins. */
  const rows: number[] = [];
  return labels
    .toReversed()
    .map(({ x, width }) => {
      const end = x + width + GAP;
      // The lines to deeper rows pass through this one, so those labels have to begin further right, too.
      const row = rows.findLastIndex((start) => start < end) + 1;
      rows[row] = x;
      return row;
    })
    .toReversed();
}

/**
 * About how wide text is drawn, in pixels at 12 px. Reports show in whatever font is there, so this leans to the wide
 * side.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 13 : 7.2;
  return width;
}
