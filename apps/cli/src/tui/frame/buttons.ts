import { type Line, span } from '../text/line.ts';

/** A row of buttons. The chosen one has a pointer, so that it shows without colours too. */
export function buttons(all: readonly { readonly text: string; readonly chosen: boolean }[]): Line {
  return all.flatMap(({ text, chosen }, at) => [
    ...(at === 0 ? [] : [span('   ')]),
    chosen ? span('▸ ', 'accent') : span('  '),
    span(`[ ${text} ]`, chosen ? 'chosen' : 'plain'),
  ]);
}
