import { expect, test } from 'vitest';
import { collectRows } from './collect-rows.ts';
import type { QueryStream } from './query-engine.ts';

function stream(rows: () => AsyncIterable<(string | null)[]>): QueryStream & { closed: number } {
  let bytesRead = 0;
  return {
    closed: 0,
    columns: [{ name: 'eventname', type: 'varchar' }],
    rows: (async function* () {
      yield* rows();
      bytesRead = 12;
    })(),
    summary: () => ({ engine: 'test', setAside: [], bytesRead }),
    async close() {
      this.closed += 1;
    },
  };
}

test('a collected stream is its rows with the summary of its end, and is closed', async () => {
  const source = stream(async function* () {
    yield ['GetObject'];
    yield [null];
  });
  expect(await collectRows(source)).toEqual({
    columns: [{ name: 'eventname', type: 'varchar' }],
    rows: [['GetObject'], [null]],
    engine: 'test',
    setAside: [],
    bytesRead: 12,
  });
  expect(source.closed).toBe(1);
});

test('a stream that breaks is closed too', async () => {
  const source = stream(async function* () {
    yield ['GetObject'];
    throw new Error('broken');
  });
  await expect(collectRows(source)).rejects.toThrow('broken');
  expect(source.closed).toBe(1);
});
