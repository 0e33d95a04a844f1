import { wrapped } from '../plain/wrapped.ts';
import type { Check, CheckState } from './check.ts';

/** Words stand beside colours, so that nothing is lost without them. */
const WORDS: Readonly<Record<CheckState, string>> = {
  ok: 'ok',
  warning: 'warning',
  missing: 'MISSING',
  skipped: 'skipped',
};
const WORD_WIDTH = 7;
const WIDEST_NAME = 24;

/** Colours a word; the same word where there are no colours. */
export type Paint = (state: CheckState, word: string) => string;

/** The checks for people: what was found, and below what is not in order what to do. */
export function doctorLines(
  checks: readonly Check[],
  width: number,
  paint: Paint = (_, word) => word,
): string[] {
  const nameWidth = Math.min(WIDEST_NAME, Math.max(...checks.map(({ name }) => name.length)));
  const indent = ' '.repeat(WORD_WIDTH + 2 + nameWidth + 2);
  const lines = checks.flatMap(({ name, state, says, remedy, command }) => {
    const word = WORDS[state].padEnd(WORD_WIDTH);
    const [first = '', ...rest] = wrapped(says, `${word}  ${name.padEnd(nameWidth)}  `, width);
    return [
      paint(state, word) + first.slice(word.length),
      ...rest,
      ...(remedy === null ? [] : wrapped(remedy, `${indent}do   `, width)),
      ...(command === undefined ? [] : [`${indent}run  ${command}`]),
    ];
  });
  return [...lines, '', summary(checks)];
}

function summary(checks: readonly Check[]): string {
  const count = (wanted: CheckState) => checks.filter(({ state }) => state === wanted).length;
  const parts = (['missing', 'warning', 'ok', 'skipped'] as const)
    .map((state) => [state, count(state)] as const)
    .filter(([, number]) => number > 0)
    .map(([state, number]) => `${number} ${state === 'warning' && number > 1 ? 'warnings' : state}`);
  return `${parts.join(', ')}.`;
}
