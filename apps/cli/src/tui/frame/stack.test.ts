import { expect, test } from 'vitest';
import { line, textOf } from '../text/line.ts';
import { stack } from './stack.ts';

function rows(count: number, word: string) {
  return Array.from({ length: count }, (_, at) => line(`${word}${at + 1}`));
}

test('stack() puts the panel right under the content when both fit', () => {
  const { lines, reach, cursor } = stack(
    rows(2, 'c'),
    { lines: rows(1, 'p'), cursor: { x: 3, y: 0 } },
    10,
    0,
  );
  expect(lines.map(textOf)).toEqual(['c1', 'c2', '', 'p1']);
  expect(reach.max).toBe(0);
  expect(cursor).toEqual({ x: 3, y: 3 });
});

test.each([0, 5, 99])('stack() scrolled to %i keeps the panel and fills the height', (scroll) => {
  const { lines, reach } = stack(rows(20, 'c'), { lines: rows(2, 'p') }, 10, scroll);
  expect(lines).toHaveLength(10);
  expect(lines.slice(-2).map(textOf)).toEqual(['p1', 'p2']);
  expect(reach).toEqual({ page: 7, max: 13 });
});

test('stack() says how much is hidden', () => {
  const shown = (scroll: number) =>
    textOf(stack(rows(20, 'c'), { lines: rows(2, 'p') }, 10, scroll).lines[7] ?? []);
  expect(shown(0)).toContain('↓ 13 more lines');
  expect(shown(12)).toContain('↑ 12 above · ↓ 1 more line ');
  expect(shown(13)).toContain('↑ 13 above ·');
});

test('stack() keeps the focus of a tall panel in view', () => {
  const { lines } = stack(rows(3, 'c'), { lines: rows(30, 'p'), focus: 25 }, 10, 0);
  expect(lines.map(textOf)).toContain('p26');
});
