import { safeText } from '@firebreak/untrusted';
import { wordsOf } from '../tui/text/shell-lines.ts';

/** A command broken between words, so that it can be copied as it stands: a shell joins lines that end in `\`. */
export function commandLines(command: string, margin: string, width: number): string[] {
  return brokenWords(wordsOf(safeText(command)), margin, width);
}

/** Words of a command, quoted where a shell needs it, in lines that are no wider than that if their words allow it. */
export function brokenWords(words: readonly string[], margin: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    const indent = lines.length === 0 ? margin : `${margin}  `;
    if (line !== '' && indent.length + longer.length + 2 > width) {
      lines.push(`${indent}${line} \\`);
      line = word;
    } else line = longer;
  }
  return [...lines, `${lines.length === 0 ? margin : `${margin}  `}${line}`];
}
