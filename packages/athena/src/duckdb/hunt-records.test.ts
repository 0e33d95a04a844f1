import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callRecord } from '../testing/records.ts';
import { huntedBytes } from './hunt-records.ts';
import { openDuckDbFolder } from './open-duckdb-folder.ts';
import { ask, delivery as gzip, type LogFolder, makeLogFolder } from './testing/log-folder.ts';

let folder: LogFolder;
beforeEach(async () => {
  folder = await makeLogFolder();
});
afterEach(() => folder.remove());

test('a hunt gives the same answer as reading everything, from fewer records', async () => {
  const key = 'ASIARTXV5AHDQEXAMPLE';
  const arn = 'arn:aws:iam::111111111111:role/app';
  const other = callRecord({ eventName: 'Other' });
  await folder.deliver(gzip(other, callRecord({ userIdentity: { accessKeyId: key, arn } }), other));
  await folder.put(
    'lines.jsonl',
    `${JSON.stringify(callRecord({ requestParameters: { key } }))}\n${JSON.stringify(other)}\n`,
  );
  const escaped = JSON.stringify({
    Records: [callRecord({ userIdentity: { accessKeyId: key, arn } })],
  }).replaceAll('/', '\\/');
  await folder.deliver(gzipSync(escaped), { region: 'eu-central-1' });
  const engine = await openDuckDbFolder(folder.logs, { temporaryFolder: folder.parent, cacheFolder: false });
  for (const [column, value] of [
    ['accesskeyid', key],
    ['arn', arn],
  ] as const) {
    const sql = `SELECT eventname, region, day, eventid FROM cloudtrail_logs WHERE useridentity.${column} = ? ORDER BY 1, 2`;
    const plain = await engine.run(ask(sql, [['value', value]]));
    const hunted = await engine.run(ask(sql, [['value', value]], [value]));
    expect(plain.rows).toHaveLength(2);
    expect(hunted.rows).toEqual(plain.rows);
  }
  const { rows } = await engine.run(ask('SELECT count(*) FROM cloudtrail_logs', [], [key]));
  expect(rows).toEqual([[3]]);
  await engine.close();
});

test('a text that JSON can write in many ways is not hunted', () => {
  expect(huntedBytes(ask('SELECT 1', [], ['AKIARTXV5AHDQEXAMPLE']))).toEqual(['AKIARTXV5AHDQEXAMPLE']);
  expect(huntedBytes(ask('SELECT 1', [], ['a/very/long/path']))).toEqual([
    'a/very/long/path',
    'a\\/very\\/long\\/path',
  ]);
  for (const hunt of [['Zoë the analyst'], ['AKIARTXV5AHDQEXAMPLE', 'a & b & c & d'], ['short'], []])
    expect(huntedBytes(ask('SELECT 1', [], hunt))).toBeUndefined();
});
