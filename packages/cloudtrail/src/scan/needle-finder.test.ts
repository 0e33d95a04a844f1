import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NeedleFinder } from './needle-finder.ts';

const letters = fc.constantFrom('a', 'b', 'c', 'é');
const needle = fc.string({ unit: letters, minLength: 3, maxLength: 7 });

function found(needles: readonly string[], text: Buffer): [number, number][] {
  const hits: [number, number][] = [];
  new NeedleFinder(needles).find(text, (at, which) => hits.push([at, which]));
  return hits.sort(([a, b], [c, d]) => a - c || b - d);
}

test('NeedleFinder finds each needle wherever it is, also where needles overlap', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(needle, { minLength: 1, maxLength: 6 }),
      fc.string({ unit: letters, maxLength: 200 }),
      (needles, plain) => {
        const text = Buffer.from(plain);
        const expected: [number, number][] = [];
        for (let at = 0; at < text.length; at += 1)
          for (const [which, one] of needles.entries())
            if (text.subarray(at, at + Buffer.byteLength(one)).equals(Buffer.from(one)))
              expected.push([at, which]);
        expect(found(needles, text)).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});

test('NeedleFinder keeps to the part of the text that it is given', () => {
  const hits: number[] = [];
  for (const needles of [['abc'], ['abc', 'xyz']])
    new NeedleFinder(needles).find(Buffer.from('abcabcabc'), (at) => hits.push(at), 1, 8);
  expect(hits).toEqual([3, 3]);
});

test.each([[[]], [['ab']], [['abc', '']]])('NeedleFinder refuses %j', (needles) => {
  expect(() => new NeedleFinder(needles)).toThrow(RangeError);
});
