import { safeText } from '@firebreak/untrusted';
import { inlineMarkdown } from '../tui/text/inline-markdown.ts';
import { type Line, span, textOf } from '../tui/text/line.ts';
import { wrap } from '../tui/text/wrap.ts';

const PIPED = 100;
const NARROWEST = 20;

/** How wide lines are: as wide as the terminal, or something that reads well where there is none. */
export function plainWidth(): number {
  return Math.max(NARROWEST, process.stdout.columns || PIPED);
}

/** Breaks text between words; every line but the first stands under the text behind `first`. */
export function wrapped(text: string, first = '', width = plainWidth()): string[] {
  return broken([span(text)], first, width);
}

/** Like {@link wrapped}, of Markdown: bold and links without their marks, code between backticks. */
export function wrappedMarkdown(text: string, first = '', width = plainWidth()): string[] {
  const spans = inlineMarkdown(text).map((part) => (part.style === 'code' ? span(`\`${part.text}\``) : part));
  return broken(spans, first, width);
}

function broken(spans: Line, first: string, width: number): string[] {
  const rest = ' '.repeat(first.length);
  // A margin that leaves no room is worse than a line that is too long.
  const room = Math.max(width, first.length + NARROWEST);
  return wrap(spans, room, { first: [span(first)], rest: [span(rest)] }).map((line) =>
    safeText(textOf(line)).trimEnd(),
  );
}
