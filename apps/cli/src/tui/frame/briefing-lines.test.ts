import { expect, test } from 'vitest';
import { textOf } from '../text/line.ts';
import { briefingLines } from './briefing-lines.ts';

test('briefingLines() fills paragraphs anew and keeps named rows apart', () => {
  const briefing = [
    'It is Monday morning. Files were read',
    'from a bad',
    'address.',
    '',
    'Account   111111111111',
    'Logs      101 events in 4 files below cloudtrail',
    'It was begun before.',
  ];
  expect(briefingLines(briefing, 34).map((row) => textOf(row).trimEnd())).toEqual([
    'It is Monday morning. Files were',
    'read from a bad address.',
    '',
    'Account   111111111111',
    'Logs      101 events in 4 files',
    '          below cloudtrail',
    'It was begun before.',
  ]);
});
