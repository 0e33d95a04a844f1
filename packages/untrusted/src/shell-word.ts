import { UnprintableWord } from './errors.ts';
import { shownText } from './shown-text.ts';

/**
 * One word for a POSIX shell, always in single quotes unless it is plainly harmless. The word may still start with
 * `-`: write `--name=` before it where the value is somebody else's.
 *
 * @throws {UnprintableWord} when the value holds anything that {@link safeText} would not show as it is: such a line
 * could show one thing and run another, so it is refused instead of quoted.
 */
export function shellWord(value: string): string {
  if (shownText(value) !== value) throw new UnprintableWord(value);
  // A leading `=` stays quoted: zsh puts the path of a command in its place.
  if (/^[A-Za-z0-9_./:@%+,-][A-Za-z0-9_./:@%+,=-]*$/.test(value)) return value;
  return `'${value.replaceAll("'", `'\\''`)}'`;
}
