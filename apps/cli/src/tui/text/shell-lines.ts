import { cellWidth } from './cell-width.ts';

/**
 * A shell command in rows that can be selected on the screen and pasted: words go to the next row behind a
 * backslash, and a long JSON document in single quotes is broken only where JSON does not mind.
 */
export function shellLines(command: string, width: number): readonly string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of wordsOf(command)) {
    const parts = cellWidth(word) > width - 6 ? jsonParts(word, width - 6) : [word];
    const [first = '', ...others] = parts;
    if (row === '') row = first;
    else if (cellWidth(`${row} ${first} \\`) <= width) row += ` ${first}`;
    else {
      rows.push(`${row} \\`);
      row = `  ${first}`;
    }
    for (const other of others) {
      rows.push(row);
      row = `    ${other}`;
    }
  }
  return [...rows, row];
}

/** Words as a shell splits them; quotes stay on. */
export function wordsOf(command: string): readonly string[] {
  return command.match(/(?:'[^']*'|\\.|[^\s'])+/gsu) ?? [];
}

/** Breaks after `,`, `{` and `[` outside of JSON strings, so that the line feeds are only white space. */
function jsonParts(word: string, width: number): readonly string[] {
  if (!/^'[[{]/.test(word)) return [word];
  const tokens = word.match(/"(?:[^"\\]|\\.)*"|[^"]/gu) ?? [word];
  const parts: string[] = [];
  let part = '';
  let safe = '';
  for (const token of tokens) {
    part += token;
    if (/^[,{[]$/.test(token)) safe = part;
    if (cellWidth(part) > width && safe !== '' && safe !== part) {
      parts.push(safe);
      part = part.slice(safe.length);
      safe = '';
    }
  }
  return part === '' ? parts : [...parts, part];
}
