import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newestFindings } from './newest-findings.ts';
import { parseFindings } from './parse-findings.ts';
import { camelFinding } from './testing/made-findings.ts';

function delivery(id: string, updatedAt: string | undefined, count: number) {
  const [finding] = parseFindings(
    JSON.stringify({ ...camelFinding, id, updatedAt, service: { ...camelFinding.service, count } }),
    'f',
  );
  if (finding === undefined) throw new TypeError('Cannot read the finding');
  return finding;
}

test('newestFindings() keeps the latest update of each id, in the place of the first', () => {
  const first = delivery('a', '2026-09-14T08:00:00Z', 1);
  const other = delivery('b', '2026-09-14T08:30:00.000Z', 1);
  const update = delivery('a', '2026-09-14T09:00:00.000Z', 2);
  expect(newestFindings([first, other, update, first])).toEqual([update, other]);
});

test('newestFindings() takes the higher count at the same moment, and any time before none', () => {
  const low = delivery('a', '2026-09-14T08:00:00Z', 1);
  const high = delivery('a', '2026-09-14T08:00:00.000Z', 2);
  const timeless = delivery('a', undefined, 9);
  expect(newestFindings([low, high])).toEqual([high]);
  expect(newestFindings([high, low, timeless])).toEqual([high]);
});

test('newestFindings() is idempotent, whatever comes twice', () => {
  const deliveries = fc.array(
    fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 3 }))
      .map(([id, hour, count]) => delivery(id, `2026-09-14T0${hour}:00:00Z`, count)),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(deliveries, (findings) => {
      const once = newestFindings(findings);
      expect(newestFindings(once)).toEqual(once);
      expect(newestFindings([...once, ...findings, ...findings])).toEqual(once);
    }),
  );
});
