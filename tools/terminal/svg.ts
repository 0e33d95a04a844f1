import type { Run } from './screen-runs.ts';

export interface Picture {
  readonly columns: number;
  readonly rows: number;
  readonly runs: readonly Run[];
  /** What the picture shows, for those who do not see it. */
  readonly description: string;
}

const CELL = { width: 8.4, height: 18, size: 14 } as const;
const MARGIN = 16;
const FONT =
  "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace";
const LIGHT = { paper: '#ffffff', ink: '#1f2328', dim: '#636c76', edge: '#d1d9e0' };
const DARK = { paper: '#0d1117', ink: '#e6edf3', dim: '#9198a1', edge: '#3d444d' };
/** Red, green, yellow and cyan of the terminal, dark enough on light paper and light enough on dark. */
const COLOURS: readonly (readonly [index: number, light: string, dark: string])[] = [
  [1, '#cf222e', '#ff7b72'],
  [2, '#116329', '#56d364'],
  [3, '#7d4e00', '#e3b341'],
  [6, '#0969a2', '#56d4dd'],
];

/** Draws a terminal's screen as an SVG that follows the reader's light or dark setting. */
export function drawSvg({ columns, rows, runs, description }: Picture): string {
  const width = columns * CELL.width + 2 * MARGIN;
  const height = rows * CELL.height + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${xmlText(description)}">`,
    `<style>${styleSheet()}</style>`,
    `<rect class="paper" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
    ...runs.flatMap(drawRun),
    '</svg>',
    '',
  ].join('\n');
}

function styleSheet(): string {
  const theme = (palette: typeof LIGHT, shade: 1 | 2) =>
    [
      `.paper{fill:${palette.paper};stroke:${palette.edge}}`,
      `text{fill:${palette.ink}}.dim{fill:${palette.dim}}`,
      `.block{fill:${palette.ink}}.inverse{fill:${palette.paper}}`,
      ...COLOURS.map((colour) => `.c${colour[0]}{fill:${colour[shade]}}`),
    ].join('');
  const text = `text{font:${CELL.size}px ${FONT};white-space:pre}.bold{font-weight:700}`;
  return `${text}${theme(LIGHT, 1)}@media (prefers-color-scheme:dark){${theme(DARK, 2)}}`;
}

function drawRun({ row, column, cells, text, ...look }: Run): string[] {
  const x = round(MARGIN + column * CELL.width);
  const y = MARGIN + row * CELL.height;
  const length = round(cells * CELL.width);
  const classes = [
    look.bold ? 'bold' : '',
    look.dim ? 'dim' : '',
    look.colour === undefined ? '' : `c${look.colour}`,
    look.inverse ? 'inverse' : '',
  ].filter((name) => name !== '');
  const named = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  const block = `<rect class="block" x="${x}" y="${y}" width="${length}" height="${CELL.height}"/>`;
  // The length keeps columns in line, whichever font the reader has.
  const words = `<text${named} x="${x}" y="${y + CELL.size}" textLength="${length}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${xmlText(text)}</text>`;
  return look.inverse ? [block, words] : [words];
}

/** Text that XML shows and never obeys. Characters that XML cannot hold become U+FFFD. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
