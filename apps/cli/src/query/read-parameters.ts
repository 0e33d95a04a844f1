import { safeText } from '@firebreak/untrusted';
import { UsageProblem } from '../errors.ts';

/** `name=value` of each `--param`. @throws {UsageProblem} where there is no =, or a name comes twice. */
export function readParameters(given: readonly string[]): Record<string, string> {
  const values = new Map<string, string>();
  for (const text of given) {
    const at = text.indexOf('=');
    const name = text.slice(0, Math.max(0, at));
    if (name === '') {
      throw new UsageProblem(`Cannot use parameter ${safeText(text.slice(0, 80))}: there is no =`, {
        remedy: 'Write --param name=value, for example --param since=7d.',
      });
    }
    if (values.has(name)) {
      throw new UsageProblem(`Cannot use parameter ${safeText(name)}: it is given twice`, {
        remedy: 'Give each parameter once; a list has commas between its items.',
      });
    }
    values.set(name, text.slice(at + 1));
  }
  return Object.fromEntries(values);
}
