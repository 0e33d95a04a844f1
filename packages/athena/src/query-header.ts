import { SavedQueryMalformed } from './errors.ts';

/** A piece of a file and where it starts; line and column count from 1. */
export interface Piece {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** One `-- key: value` of a header with the indented lines below it. */
export interface HeaderEntry {
  readonly key: Piece;
  /** The value's lines without comment marks and indentation; the first may be empty. */
  readonly lines: readonly Piece[];
}

/** A file cut into its header and its SQL. */
export interface HeaderAndBody {
  readonly entries: readonly HeaderEntry[];
  readonly body: string;
  /** The line of the file on which the body starts. */
  readonly bodyLine: number;
}

/**
 * Cuts a saved query's file in two. The header is the run of `--` lines at the top:
 * `-- key: value`, continued by lines with three spaces or more after the dashes. A blank line ends it.
 * @throws {SavedQueryMalformed} when a line is neither.
 */
export function splitHeader(text: string, path: string): HeaderAndBody {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split('\n');
  const end = lines.findIndex((line) => !line.startsWith('--'));
  const headerLines = end === -1 ? lines : lines.slice(0, end);
  const entries: { key: Piece; lines: Piece[] }[] = [];
  headerLines.forEach((content, index) => {
    const line = index + 1;
    const continued = /^-- {3,}(?=\S)/.exec(content)?.[0];
    const last = entries.at(-1);
    if (continued !== undefined && last !== undefined) {
      last.lines.push({
        text: content.slice(continued.length).trimEnd(),
        line,
        column: continued.length + 1,
      });
      return;
    }
    const started = /^-- (?<key>[^\s:][^:]*):(?<gap> *)(?<value>.*)$/.exec(content)?.groups;
    if (started === undefined) {
      throw malformed(path, { line, column: 1 }, 'the line is no part of a header', {
        remedy:
          'Write "-- key: value", or indent a continuation by three spaces; end the header with a blank line.',
      });
    }
    const { key = '', gap = '', value = '' } = started;
    const column = 4 + key.length + 1 + gap.length;
    entries.push({
      key: { text: key, line, column: 4 },
      lines: [{ text: value.trimEnd(), line, column }],
    });
  });
  return {
    entries,
    body: lines.slice(headerLines.length).join('\n'),
    bodyLine: headerLines.length + 1,
  };
}

/** An entry's lines as one text. */
export function proseOf(lines: readonly Piece[]): string {
  return lines
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ');
}

/** The items of a comma-separated list; a line may end in a comma when another follows. */
export function itemsOf(lines: readonly Piece[]): Piece[] {
  return lines.flatMap(({ text, line, column }, index) => {
    const list = index < lines.length - 1 ? text.replace(/,$/, '') : text;
    if (list === '' && lines.length > 1) return [];
    let start = 0;
    return list.split(',').map((item) => {
      const offset = start + item.length - item.trimStart().length;
      start += item.length + 1;
      return { text: item.trim(), line, column: column + offset };
    });
  });
}

/** The error for a place in a saved query's file. */
export function malformed(
  path: string,
  { line, column }: Pick<Piece, 'line' | 'column'>,
  reason: string,
  { remedy }: { remedy: string },
): SavedQueryMalformed {
  return new SavedQueryMalformed(`Cannot read saved query: ${reason}`, {
    remedy,
    where: `${path}:${line}:${column}`,
  });
}
