import { UnprintableWord } from './errors.ts';

/**
 * One word for a POSIX shell, always in single quotes unless it is plainly harmless.
 *
 * @throws {UnprintableWord} when the value holds a control or invisible character: such a line could show one thing
 * and run another, so it is refused instead of quoted.
 */
export function shellWord(value: string): string {
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u.test(value)) throw new UnprintableWord(value);
  if (/^[A-Za-z0-9_./:@%+,=-]+$/.test(value)) return value;
  return `'${value.replaceAll("'", `'\\''`)}'`;
}
