import { afterEach, beforeEach, expect, test } from 'vitest';
import { callRecord } from '../testing/records.ts';
import { type DuckDbFolderEngine, openDuckDbFolder } from './open-duckdb-folder.ts';
import { ask, delivery as gzip, type LogFolder, makeLogFolder } from './testing/log-folder.ts';

let folder: LogFolder;
let engine: DuckDbFolderEngine | undefined;
beforeEach(async () => {
  folder = await makeLogFolder();
});
afterEach(async () => {
  await engine?.close();
  await folder.remove();
});

const deliver: LogFolder['deliver'] = (content, at) => folder.deliver(content, at);

async function open(memoryLimit = '400MB'): Promise<DuckDbFolderEngine> {
  engine = await openDuckDbFolder(folder.logs, {
    temporaryFolder: folder.parent,
    cacheFolder: false,
    memoryLimit,
  });
  return engine;
}

test('whole records of many small files fit into little memory', async () => {
  for (let file = 0; file < 100; file += 1)
    await deliver(gzip(callRecord({ eventName: `Call${file}` })), { name: `${file}.json.gz` });
  const opened = await open('140MB');
  expect((await opened.run(ask('SELECT * FROM cloudtrail_logs'))).rows).toHaveLength(100);
});

test('many rows come in the order that the statement asks for', async () => {
  await deliver(gzip(...Array.from({ length: 600 }, () => callRecord({}))));
  const { rows } = await (await open()).run(
    ask(`SELECT row_number() OVER () AS place FROM cloudtrail_logs
      CROSS JOIN (SELECT eventname AS other FROM cloudtrail_logs) ORDER BY place DESC`),
  );
  expect(rows).toHaveLength(360_000);
  expect(rows.findIndex(([place], index) => place !== 360_000 - index)).toBe(-1);
});

test('a delivery that is longer than DuckDB may read is read all the same', async () => {
  const long = callRecord({ eventName: 'Long', userAgent: 'x'.repeat(17 * 1_024 * 1_024) });
  await deliver(gzip(long, callRecord({ eventName: 'Next' })));
  const { rows, setAside } = await (await open()).run(
    ask('SELECT eventname, coalesce(length(useragent), 0) > 100 FROM cloudtrail_logs ORDER BY 1'),
  );
  expect({ rows, setAside }).toEqual({
    rows: [
      ['Long', true],
      ['Next', false],
    ],
    setAside: [],
  });
});
