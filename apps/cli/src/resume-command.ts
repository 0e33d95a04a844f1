import { safeText, shellWord } from '@firebreak/untrusted';

/**
 * The command that takes an incident up again: this one, without what would begin a new one. Standard input cannot be
 * read twice, so `-` becomes the path of a copy.
 */
export function resumeCommandOf(argv: readonly string[], copy?: string): string {
  const words = argv.slice(2).filter((word) => word !== '--new');
  return ['npx', 'firebreak', ...words.map((word) => (word === '-' ? (copy ?? word) : word))]
    .map(quoted)
    .join(' ');
}

function quoted(word: string): string {
  try {
    return shellWord(word);
  } catch {
    return safeText(word);
  }
}
