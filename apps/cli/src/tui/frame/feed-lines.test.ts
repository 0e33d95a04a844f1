import { safeText } from '@firebreak/untrusted';
import { expect, test } from 'vitest';
import type { FeedItem } from '../state/view.ts';
import { textOf } from '../text/line.ts';
import { feedLines, outcomeLines } from './feed-lines.ts';

function item(word: string, text: string, tone: FeedItem['tone'], minor = false): FeedItem {
  return { time: safeText('10:05:00Z'), word: safeText(word), tone, text: safeText(text), minor };
}

const PROVEN = item('proven', 'Deny the user: read back', 'good');
const DENIED = item(
  'INTRUDER',
  'DENIED: iam:ListUsers with the leaked key, by the new policy, as it should',
  'intruder',
);
const STEP = item('step', 'Deny the user', 'plain', true);

function shown(lines: ReturnType<typeof feedLines>): readonly string[] {
  return lines.map((row) => textOf(row).trimEnd());
}

test('feedLines() gives each happening a row on a low screen, and the last ones win', () => {
  expect(shown(feedLines([STEP, PROVEN, DENIED], 50, 2))).toEqual([
    '10:05:00Z  proven    Deny the user: read back',
    '10:05:00Z  INTRUDER  DENIED: iam:ListUsers with…',
  ]);
  expect(shown(feedLines([PROVEN, DENIED], 50, 1))).toHaveLength(1);
});

test('feedLines() gives a happening a second row where there is room', () => {
  expect(shown(feedLines([DENIED], 50, 6))).toEqual([
    '10:05:00Z  INTRUDER  DENIED: iam:ListUsers with',
    '                     the leaked key, by the new …',
  ]);
});

test('outcomeLines() tells what came of a change, and nothing before there was one', () => {
  expect(outcomeLines([STEP, DENIED], 40)).toEqual([]);
  expect(shown(outcomeLines([STEP, PROVEN, DENIED], 40))).toEqual([
    'proven Deny the user: read back',
    'INTRUDER DENIED: iam:ListUsers with the',
    '  leaked key, by the new policy, as…',
  ]);
});
