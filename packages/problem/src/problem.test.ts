import { expect, test } from 'vitest';
import { Problem } from './problem.ts';

class MapUnreadable extends Problem {}

test('a Problem carries its class name, place, remedy and cause', () => {
  const cause = new RangeError('offset');
  const problem = new MapUnreadable('Cannot read map: it is empty', {
    remedy: 'Draw one.',
    where: 'map.json:1:1',
    cause,
  });
  expect(problem).toMatchObject({ name: 'MapUnreadable', remedy: 'Draw one.', where: 'map.json:1:1', cause });
});
