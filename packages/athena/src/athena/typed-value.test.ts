import { expect, test } from 'vitest';
import { typedValue } from './typed-value.ts';

test.each([
  [undefined, 'varchar', null],
  [undefined, 'bigint', null],
  ['', 'varchar', ''],
  ['42', 'bigint', 42],
  ['-7', 'integer', -7],
  ['9007199254740991', 'bigint', 9007199254740991],
  ['9007199254740993', 'bigint', '9007199254740993'],
  ['1.5E-3', 'double', 0.0015],
  ['NaN', 'double', 'NaN'],
  ['Infinity', 'double', 'Infinity'],
  ['true', 'boolean', true],
  ['false', 'boolean', false],
  ['1.50', 'decimal', '1.50'],
  ['2026-03-01', 'date', '2026-03-01'],
  ['2026-03-01 12:00:00.000', 'timestamp', '2026-03-01T12:00:00Z'],
  ['2026-03-01 12:00:00.250', 'timestamp', '2026-03-01T12:00:00.250Z'],
  ['2026-03-01 12:00:00.000 UTC', 'timestamp with time zone', '2026-03-01T12:00:00Z'],
  ['2026-03-01 00:30:00.000 +02:00', 'timestamp with time zone', '2026-02-28T22:30:00Z'],
  [
    '2026-03-01 12:00:00.000 Europe/Berlin',
    'timestamp with time zone',
    '2026-03-01 12:00:00.000 Europe/Berlin',
  ],
  ['[a, b]', 'array', '[a, b]'],
  ['{type=IAMUser}', 'row', '{type=IAMUser}'],
  ['2026-03-01 12:00:00.000', 'varchar', '2026-03-01 12:00:00.000'],
])('%j of type %s is %j', (text, type, value) => {
  expect(typedValue(text, type)).toBe(value);
});
