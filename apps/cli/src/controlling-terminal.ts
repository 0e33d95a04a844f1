import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';

/** The terminal that firebreak was started in, to read answers from when standard input is taken; nothing without one. */
export function controllingTerminal(): ReadStream | undefined {
  try {
    return new ReadStream(openSync('/dev/tty', 'r+'));
  } catch {
    return undefined;
  }
}
