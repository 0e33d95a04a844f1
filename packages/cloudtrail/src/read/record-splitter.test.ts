import { expect, test } from 'vitest';
import { WRAPPERS } from '../testing/wrapped-records.ts';
import { RecordSplitter, splitRecords } from './record-splitter.ts';

const RECORDS = [
  { eventName: 'A', text: '},{"eventName":"\\" [ä' },
  { eventName: 'B', inner: [{ eventName: 'x' }, [[]], {}] },
  { eventName: 'C' },
];

test.each(Object.entries(WRAPPERS))(
  'splitRecords() gives the same slices in chunks of any size: %s',
  (_, wrap) => {
    const text = Buffer.from(wrap(RECORDS));
    const { slices, broken } = splitRecords(text);
    expect(broken).toBeUndefined();
    for (const { start, end, bytes } of slices) expect(bytes.equals(text.subarray(start, end))).toBe(true);
    for (const size of [1, 2, 3, 7, 64]) {
      const splitter = new RecordSplitter();
      const found = [];
      for (let at = 0; at < text.length; at += size)
        found.push(...splitter.push(text.subarray(at, at + size)));
      found.push(...splitter.end());
      expect([found, splitter.broken]).toEqual([slices, undefined]);
    }
  },
);

test('splitRecords() gives each record of a delivery file', () => {
  const { slices } = splitRecords(
    Buffer.from(JSON.stringify({ x: [1], Records: RECORDS, y: { Records: [1] } })),
  );
  expect(slices.map(({ bytes }) => JSON.parse(bytes.toString()))).toEqual(RECORDS);
});

test.each([
  ['{"Records":[{}', 14, 'the JSON is cut off'],
  ['{"Records":[{} {}]}', 15, 'a comma is missing between two records'],
  ['{"Records":[{},]}', 15, 'the text is not JSON'],
  ['{"Records":[{}], nope}', 22, 'what is around the records is not JSON'],
  ['{"Records":[{}]}]', 16, 'the text is not JSON'],
  ['[{}', 3, 'the JSON is cut off'],
])('splitRecords() finds the break of %s', (text, textByte, why) => {
  expect(splitRecords(Buffer.from(text)).broken).toEqual({ textByte, why });
});
