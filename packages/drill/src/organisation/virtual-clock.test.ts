import { expect, test } from 'vitest';
import { handClock } from '../testing/temporary-drill.ts';
import { startClock } from './virtual-clock.ts';

test('the clock runs with the machine, and never backwards', () => {
  const machine = handClock();
  const clock = startClock(new Date('2026-09-14T10:00:00Z'), machine);
  machine.advance(1500);
  expect(clock().toISOString()).toBe('2026-09-14T10:00:01.500Z');
  machine.advance(-60_000);
  expect(clock().toISOString()).toBe('2026-09-14T10:00:01.500Z');
});
