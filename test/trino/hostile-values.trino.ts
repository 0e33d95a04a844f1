import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { executionParameters } from '../../packages/athena/src/athena/execution-parameters.ts';
import { startTrino, type Trino } from './start-trino.ts';
import { askTrino } from './trino-client.ts';

const HOSTILE = [
  "x' OR '1'='1",
  "'; DROP TABLE cloudtrail_logs; --",
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
  "U&'\\0027'",
  '\u2019 OR 1=1',
  '\ud83d\ude00',
];
const started = await startTrino({ fetch: process.env['FIREBREAK_OFFLINE'] !== '1' });

if ('missing' in started) test.skip(`hostile values on Trino (${started.missing})`, () => {});
else valuesOn(started);

function valuesOn(trino: Trino): void {
  afterAll(() => trino[Symbol.asyncDispose]());

  test.each(HOSTILE)('%j comes back as it is, and is equal to itself alone', async (value) => {
    expect(await returned(trino, value)).toEqual([[value, 1]]);
  });

  test('whatever a text holds, it comes back as it is', async () => {
    const piece = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 10 }));
    const text = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(
        text.filter((value) => !/\p{Cc}/u.test(value) && value.isWellFormed()),
        async (value) => {
          const matches = HOSTILE.includes(value) ? 1 : 0;
          expect(await returned(trino, value)).toEqual([[value, matches]]);
        },
      ),
      { numRuns: 20 },
    );
  });
}

/** The value, as Athena would be given it, and how many of the hostile texts are equal to it. */
async function returned({ url }: Trino, value: string): Promise<readonly unknown[][]> {
  const bound = { binding: 'value', type: 'varchar' as const, value };
  const names = HOSTILE.map((name) => `('${name.replaceAll("'", "''")}')`).join(', ');
  const sql = `SELECT max(given), count(name) FROM (VALUES CAST(? AS varchar)) AS asked (given)
    LEFT JOIN (VALUES ${names}) AS known (name) ON name = given`;
  const [literal = ''] =
    executionParameters({ name: 'q', sql, values: [bound], parameters: {}, hunt: [] }) ?? [];
  const { rows } = await askTrino(url, `EXECUTE IMMEDIATE '${sql.replaceAll("'", "''")}' USING ${literal}`);
  return rows;
}
