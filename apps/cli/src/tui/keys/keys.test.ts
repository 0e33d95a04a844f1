import { expect, test } from 'vitest';
import type { Context } from './context.ts';
import { commandOf, helpOf, hintsOf } from './keys.ts';

const CONTEXTS: readonly Context[] = [
  ...(['busy', 'read', 'ticks', 'ask', 'decide', 'approve', 'word', 'ran', 'paste-empty', 'paste'] as const),
  ...(['failed', 'reason', 'stop', 'sheet', 'tabs'] as const),
];

function press(name: string) {
  return { name, text: name.length === 1 ? name : '', alone: true };
}

test.each(CONTEXTS)('in %s the footer fits 78 columns', (context) => {
  const footer = hintsOf(context)
    .map(({ shown, says }) => `${shown} ${says}`)
    .join('   ');
  expect(footer.length).toBeLessThanOrEqual(78);
  expect(helpOf(context).length).toBeGreaterThanOrEqual(hintsOf(context).length);
});

test.each(CONTEXTS)('in %s Ctrl+C leaves', (context) => {
  expect(commandOf(context, press('ctrl+c'))).toBe('interrupt');
});

test.each(['ask', 'word', 'paste', 'reason'] as const)('in %s every letter is text', (context) => {
  for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789?<>') {
    expect(commandOf(context, press(letter))).toBeUndefined();
  }
});

test.each(CONTEXTS)('in %s no letter confirms', (context) => {
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    expect(commandOf(context, press(letter))).not.toBe('confirm');
  }
});
