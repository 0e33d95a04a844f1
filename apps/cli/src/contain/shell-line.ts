import { shellWord } from '@firebreak/untrusted';
import { brokenWords } from '../lineage/command-lines.ts';

/** Words as one line that a POSIX shell takes apart again into the same words. */
export function shellLine(words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}

/** The same, broken between words only, so that it can be copied as it stands: a shell joins lines that end in `\`. */
export function shellLines(words: readonly string[], margin: string, width: number): string[] {
  return brokenWords(words.map(shellWord), margin, width);
}
