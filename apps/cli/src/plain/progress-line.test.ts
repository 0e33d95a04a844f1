import { expect, test } from 'vitest';
import { cellWidth } from '../tui/text/cell-width.ts';
import { progressLine } from './progress-line.ts';

test.each([20, 40, 80])('a line of progress fits into %i columns, and the count is whole', (columns) => {
  for (const what of ['Reading logs', `Reading logs below /${'long/'.repeat(40)}`, '日本語'.repeat(30)]) {
    const line = progressLine(what, 7, 1200, columns);
    expect(cellWidth(line)).toBeLessThan(columns);
    expect(line).toContain(': 7/1200 files');
  }
});

test('a line of progress obeys nothing that a path says', () => {
  expect(progressLine('Reading \u001b[2J', 1, 2, 80)).toBe('Reading ␛[2J: 1/2 files');
});
