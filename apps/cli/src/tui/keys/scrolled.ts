import type { Command } from './keys.ts';
import type { Reach } from './pressed.ts';

/** Where a pane stands after a scrolling command; undefined when the command is none. */
export function scrolled(
  offset: number,
  command: Command | undefined,
  { page, max }: Reach,
): number | undefined {
  const from = Math.min(offset, max);
  const to = target(from, command, Math.max(1, page - 1), max);
  return to === undefined ? undefined : Math.max(0, Math.min(max, to));
}

function target(from: number, command: Command | undefined, page: number, max: number): number | undefined {
  switch (command) {
    case 'up':
      return from - 1;
    case 'down':
      return from + 1;
    case 'page-up':
      return from - page;
    case 'page-down':
      return from + page;
    case 'top':
      return 0;
    case 'bottom':
      return max;
    default:
      return undefined;
  }
}
