import { shellWord } from '@firebreak/untrusted';

/** Words as one line that a POSIX shell takes apart again into the same words. */
export function shellLine(words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}

/** The same, broken between words only, so that it can be copied as it stands: a shell joins lines that end in `\`. */
export function shellLines(words: readonly string[], margin: string, width: number): string[] {
  const lines: string[] = [];
  let line = margin;
  for (const word of words.map(shellWord)) {
    const isFirst = line === margin || line === `${margin}  `;
    if (!isFirst && line.length + word.length + ' \\'.length + 1 > width) {
      lines.push(`${line} \\`);
      line = `${margin}  ${word}`;
    } else line = isFirst ? `${line}${word}` : `${line} ${word}`;
  }
  return [...lines, line];
}
