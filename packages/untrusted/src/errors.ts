import { Problem } from '@firebreak/problem';
import { safeText } from './safe-text.ts';

/** Thrown when a value cannot be put into a shell line without hiding something from its reader. */
export class UnprintableWord extends Problem {
  constructor(value: string) {
    super(`Cannot print a command: the value ${safeText(value)} holds control or invisible characters`, {
      remedy: 'Call AWS from firebreak itself, or type the value by hand after checking it in the evidence.',
    });
  }
}
