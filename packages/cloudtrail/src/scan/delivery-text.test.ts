import { describe, expect, test } from 'vitest';
import { deliveryText, isBetweenRecordsOnly } from './delivery-text.ts';

function recognised(text: string): boolean | undefined {
  const delivery = deliveryText(Buffer.from(text));
  return delivery && isBetweenRecordsOnly(delivery);
}

const record = (request: unknown): string =>
  JSON.stringify({ eventVersion: '1.11', eventName: 'PutItem', requestParameters: request });
const file = (...requests: unknown[]): string => `{"Records":[${requests.map(record).join(',')}]}`;
const fake = { eventVersion: '1.11', eventName: 'Fake' };

describe('deliveryText()', () => {
  test.each([
    ['one record', file(1)],
    ['several records', file({ a: [1, [2]] }, [], [{ b: 1 }, { c: '},{"eventVersion":' }])],
    ['a line end behind it', `${file(1)}\n`],
  ])('takes %s', (_, text) => {
    expect(recognised(text)).toBe(true);
  });

  test.each([
    ['no records', '{"Records":[]}'],
    ['white space before the first', '{"Records": [{"eventVersion":"1.11"}]}'],
    ['a text that is cut off', file(1, 2).slice(0, -1)],
    ['another shape', `[${record(1)}]`],
    ['wrapped records', '{"Records":[{"detail-type":"AWS API Call via CloudTrail","detail":{}}]}'],
    ['nothing', ''],
  ])('leaves %s to the reader', (_, text) => {
    expect(recognised(text)).toBeUndefined();
  });
});

describe('isBetweenRecordsOnly() does not believe', () => {
  test.each([
    ['a list of objects that look like records', file(1, { list: [fake, fake, fake] }, 2)],
    ['such a list whose first object does not', file({ list: [{}, fake, fake] })],
    ['a list in a list', file({ list: [[[1, fake, { x: 1 }, fake]]] })],
    ['a list behind a name that ends in a backslash', file({ 'a\\': [fake, fake] })],
    ['a list behind a name that ends in a quote', file({ 'a"': [fake, fake] })],
    ['a list behind white space', file('X').replace('"X"', '{"list" : \n[{},{"eventVersion":1}]}')],
    ['brackets in strings that hide the end of a list', file({ list: [']', '[', fake, fake], other: '":[' })],
    ['a second list of records', `${file(1).slice(0, -1)},"Records":[${record(1)},${record(2)}]}`],
  ])('%s', (_, text) => {
    expect(recognised(text)).toBe(false);
  });

  test('lists in each other that take long to follow', () => {
    const deep = `${'{"a":['.repeat(2_000)}1${']}'.repeat(2_000)}`;
    expect(recognised(file('X').replace('"X"', deep))).toBe(false);
  });
});
