import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bindParameters } from '../bind-parameters.ts';
import { ParameterInvalid } from '../errors.ts';
import { PARAMETER_TYPES, type ParameterType } from '../parameter-type.ts';
import type { JsonValue } from '../query-engine.ts';
import { callRecord, recordsOf } from '../testing/records.ts';
import { type DuckDbEngine, openDuckDb } from './open-duckdb.ts';

/** What somebody would write who wants more than to be compared. */
const HOSTILE = [
  "x' OR '1'='1",
  "'; DROP VIEW cloudtrail_logs; --",
  "'; SET lock_configuration = false; --",
  "' UNION SELECT current_setting('memory_limit') --",
  "a','b",
  "''",
  "'",
  '"',
  '\\',
  "\\' OR 1=1 --",
  '/*',
  '*/',
  '--',
  ';',
  '?',
  '$1',
  '%',
  '_',
  '.*',
  '{{bucket}}',
  "E'\\x27'",
  '1 OR 1=1',
  'NULL',
  'any',
  '\u2019 OR 1=1',
  'A\u0301',
  '\u00c1',
];

let engine: DuckDbEngine;
beforeAll(async () => {
  engine = await openDuckDb(recordsOf(...HOSTILE.map((eventName) => callRecord({ eventName }))));
});
afterAll(() => engine.close());

async function answered(type: ParameterType, value: string): Promise<JsonValue[] | undefined> {
  const described = { description: 'A value.', example: 'x' };
  const query = {
    name: 'hostile',
    path: 'sql/hostile.sql',
    sql: `SELECT count(*), min(eventname), max(eventname), (SELECT count(*) FROM cloudtrail_logs) FROM cloudtrail_logs
      WHERE CAST(? AS varchar) = eventname`,
    bindings: ['value'],
    parameters: [{ name: 'value', type, required: true, ...described }],
  };
  try {
    const bound = bindParameters(query, { value }, () => new Date('2026-03-08T12:00:00Z'));
    return (await engine.run(bound)).rows[0];
  } catch (error) {
    if (error instanceof ParameterInvalid) return undefined;
    throw error;
  }
}

test.each(HOSTILE)('the text %j matches itself, no other value, and changes nothing', async (value) => {
  expect(await answered('text', value)).toEqual([1, value, value, HOSTILE.length]);
});

test.each(PARAMETER_TYPES)('whatever a %s holds, it is refused, or only compared', async (type) => {
  const piece = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 20 }));
  const value = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(''));
  await fc.assert(
    fc.asyncProperty(value, async (text) => {
      const row = await answered(type, text);
      const matches = HOSTILE.includes(text) ? 1 : 0;
      const name = matches === 1 ? text : null;
      if (row !== undefined) expect(row).toEqual([matches, name, name, HOSTILE.length]);
    }),
    { numRuns: 25 },
  );
});
