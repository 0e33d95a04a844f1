import { openDuckDb, type QueryEngine } from '@firebreak/athena';
import { afterAll, expect, test } from 'vitest';
import { ALLOWED } from '../../packages/athena/src/lint/function-rule.ts';
import expressions from './expressions.json' with { type: 'json' };
import { startTrino } from './start-trino.ts';
import { askTrino } from './trino-client.ts';

const started = await startTrino({ fetch: process.env['FIREBREAK_OFFLINE'] !== '1' });

if ('missing' in started) {
  test.skip(`expressions on Trino (${started.missing})`, () => {});
} else {
  const { url } = started;
  const engine = await openDuckDb((async function* () {})());
  afterAll(async () => {
    await engine.close();
    await started[Symbol.asyncDispose]();
  });
  // The function, operator or literal that a saved query may use, each with an answer that both engines must give.
  test('every function that the linter lets pass is among them', () => {
    const text = expressions.expressions.join('\n').toLowerCase();
    expect([...ALLOWED].filter((name) => !new RegExp(`\\b${name}\\(`).test(text))).toEqual(['unnest']);
  });
  test.for(expressions.expressions)('%s', async (expression) => {
    const { rows } = await askTrino(url, `SELECT ${expression}`);
    expect(await onDuckDb(engine, `SELECT ${expression}`)).toEqual(rows);
  });
}

async function onDuckDb(engine: QueryEngine, sql: string): Promise<unknown> {
  const { rows } = await engine.run({ name: 'the expression', sql, values: [], parameters: {} });
  return rows;
}
