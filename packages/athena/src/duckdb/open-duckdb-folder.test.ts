import { readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callRecord } from '../testing/records.ts';
import type { OpenedFiles } from './folder-answers.ts';
import { type DuckDbFolderEngine, openDuckDbFolder } from './open-duckdb-folder.ts';
import { ask, delivery as gzip, type LogFolder, makeLogFolder } from './testing/log-folder.ts';

let folder: LogFolder;
let opened: OpenedFiles[] = [];
const engines: DuckDbFolderEngine[] = [];
beforeEach(async () => {
  folder = await makeLogFolder();
  opened = [];
});
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
  await folder.remove();
});

const deliver: LogFolder['deliver'] = (content, at) => folder.deliver(content, at);
const put: LogFolder['put'] = (name, content) => folder.put(name, content);

async function open(path = folder.logs) {
  const engine = await openDuckDbFolder(path, {
    temporaryFolder: folder.parent,
    cacheFolder: folder.cacheFolder,
    threads: 2,
    onFiles: (files) => opened.push(files),
  });
  engines.push(engine);
  return engine;
}

const NAMES =
  'SELECT eventname, account, region, day FROM cloudtrail_logs ORDER BY eventname, account, region, day';

test('deliveries are read as they lie there, and their path tells account, region and day', async () => {
  await deliver(gzip(callRecord({ eventName: 'A', eventTime: '2026-03-01T23:59:00Z' })));
  await deliver(gzip(callRecord({ eventName: 'B', recipientAccountId: '222222222222' })), {
    account: '333333333333',
    region: 'eu-central-1',
  });
  const engine = await open();
  const result = await engine.run(ask(NAMES));
  expect(result.rows).toEqual([
    ['A', '111111111111', 'us-east-1', '2026/03/02'],
    ['B', '333333333333', 'eu-central-1', '2026/03/02'],
  ]);
  expect(result).toMatchObject({ filesRead: 2, setAside: [], engine: expect.stringMatching(/^DuckDB v1\./) });
});

test('files that lie elsewhere and files of other shapes are rows of the same table', async () => {
  const call = (eventName: string, fields = {}) => callRecord({ eventName, ...fields });
  await deliver(gzip(call('A')));
  await put('loose.json.gz', gzip(call('B', { awsRegion: 'eu-central-1' })));
  await put('plain.json', JSON.stringify({ Records: [call('C', { recipientAccountId: undefined })] }));
  await put('lines.jsonl', `${JSON.stringify(call('D'))}\n${JSON.stringify(call('E'))}\n`);
  await put('array.json', JSON.stringify([call('F')]));
  await put('lookup.json', JSON.stringify({ Events: [{ CloudTrailEvent: JSON.stringify(call('G')) }] }));
  await put('lines.json.gz', gzipSync(`${JSON.stringify(call('H'))}\n${JSON.stringify(call('I'))}\n`));
  const engine = await open();
  const { rows } = await engine.run(ask(NAMES));
  expect(rows.map(([name]) => name).join('')).toBe('ABCDEFGHI');
  expect(rows.map(([, ...place]) => place.join(' '))).toEqual([
    '111111111111 us-east-1 2026/03/02',
    '111111111111 eu-central-1 2026/03/02',
    ...Array.from({ length: 7 }, () => '111111111111 us-east-1 2026/03/02'),
  ]);
});

test('a file with the name of a delivery that is none is read all the same', async () => {
  await deliver(gzip(callRecord({ eventName: 'A' })));
  await deliver(gzipSync(`${JSON.stringify(callRecord({ eventName: 'B' }))}\n`), { region: 'eu-central-1' });
  await deliver(gzip({ notes: 'no record' }, callRecord({ eventName: 'C' })), { region: 'eu-west-1' });
  await deliver(JSON.stringify({ Records: [callRecord({ eventName: 'D' })] }), { region: 'eu-west-2' });
  const engine = await open();
  const { rows, setAside } = await engine.run(ask(NAMES));
  expect(rows.map(([name, , region]) => `${name} ${region}`)).toEqual([
    'A us-east-1',
    'B eu-central-1',
    'C eu-west-1',
    'D eu-west-2',
  ]);
  expect(setAside).toEqual([]);
});

test('only files of the window, the account and the region are opened', async () => {
  const files: Record<string, string> = {};
  for (const account of ['111111111111', '222222222222'])
    for (const region of ['us-east-1', 'eu-central-1'])
      for (const day of ['2026/03/01', '2026/03/02', '2026/03/03'])
        files[`${account} ${region} ${day}`] = await deliver(gzip(callRecord()), { account, region, day });
  const loose = await put('loose.json.gz', gzip(callRecord({ eventTime: '2026-03-02T10:00:00Z' })));
  const engine = await open();
  const sql = `SELECT count(*) AS calls FROM cloudtrail_logs
    WHERE day BETWEEN ? AND ? AND (? = 'any' OR account = ?) AND (? = 'any' OR region = ?)`;
  const run = (from: string, to: string, account: string, region: string) =>
    engine.run(
      ask(sql, [
        ...[['since.day', from] as const, ['until.next-day', to] as const],
        ...[['account', account] as const, ['account', account] as const],
        ...[['region', region] as const, ['region', region] as const],
      ]),
    );
  const one = await run('2026/03/02', '2026/03/02', '222222222222', 'eu-central-1');
  expect(opened.at(-1)?.logs).toEqual([files['222222222222 eu-central-1 2026/03/02'], loose]);
  expect(one).toMatchObject({ rows: [[1]], filesRead: 2 });
  const days = await run('2026/03/02', '2026/03/03', 'any', 'us-east-1');
  expect(opened.at(-1)?.logs).toEqual([
    files['111111111111 us-east-1 2026/03/02'],
    files['111111111111 us-east-1 2026/03/03'],
    files['222222222222 us-east-1 2026/03/02'],
    files['222222222222 us-east-1 2026/03/03'],
    loose,
  ]);
  expect(days.rows).toEqual([[5]]);
});

test('fields of an unexpected type are JSON text or null, as in the table of records', async () => {
  const odd = callRecord({
    ...{ readOnly: true, apiVersion: 3, requestParameters: { a: [1, 'é"'] }, responseElements: '{"a":[1]}' },
    userIdentity: { type: 'IAMUser', arn: { a: 1 } },
  });
  await deliver(gzip(odd));
  await deliver(gzip(callRecord({ userIdentity: 'alice', resources: ['x', { ARN: 'b' }] })), {
    region: 'eu-central-1',
  });
  const engine = await open();
  const { rows, setAside } = await engine.run(
    ask(`SELECT readonly, apiversion, requestparameters, responseelements, useridentity.arn, resources
      FROM cloudtrail_logs ORDER BY region DESC`),
  );
  expect(rows).toEqual([
    ['true', '3', '{"a":[1,"é\\""]}', '{"a":[1]}', '{"a":1}', null],
    [null, null, null, null, null, [{ arn: 'b', accountid: null, type: null }]],
  ]);
  expect(setAside).toEqual([]);
});

test('a struct comes out with the names of the table, and its fields of a map as text', async () => {
  const sessionContext = { webIdFederationData: { attributes: { 'accounts.example.com:aud': 'app', n: 1 } } };
  await deliver(gzip(callRecord({ userIdentity: { accessKeyId: 'a', sessionContext } })));
  const engine = await open();
  const { rows, columns } = await engine.run(
    ask(`SELECT useridentity, useridentity.sessioncontext.webidfederationdata, count(*) FROM cloudtrail_logs
      GROUP BY 1, 2`),
  );
  expect(rows[0]?.[0]).toMatchObject({ accesskeyid: 'a', sessioncontext: { assumedroot: null } });
  expect(rows[0]?.[1]).toEqual({
    federatedprovider: null,
    attributes: { 'accounts.example.com:aud': 'app', n: '1' },
  });
  expect(columns).toEqual([
    { name: 'useridentity', type: 'row' },
    { name: 'webidfederationdata', type: 'row' },
    { name: '_col2', type: 'bigint' },
  ]);
});

test('broken files are named, what is whole in them counts, and the query answers', async () => {
  const whole = gzip(callRecord({ eventName: 'A' }), callRecord({ eventName: 'B' }));
  for (let index = 0; index < 200; index += 1)
    await deliver(whole, {
      day: `2026/03/0${(index % 9) + 1}`,
      name: `f${index}_CloudTrail_us-east-1_20260301T0000Z_x.json.gz`,
    });
  const long = gzip(...Array.from({ length: 500 }, (_, at) => callRecord({ requestID: `${at * 7919}` })));
  const name = `o'x "y"\n[1]*_CloudTrail_us-east-1_20260301T0000Z_x.json.gz`;
  const cut = await deliver(long.subarray(0, long.length - 40), { name });
  const noGzip = await deliver('not compressed at all, though it says so', {
    day: '2026/03/07',
    name: `n${name}`,
  });
  const empty = await deliver('', { day: '2026/03/08', name: `e${name}` });
  const engine = await open();
  const { rows, setAside, filesRead } = await engine.run(ask('SELECT count(*) FROM cloudtrail_logs'));
  expect(setAside.map(({ file }) => file).sort()).toEqual([cut, empty, noGzip].sort());
  expect(setAside.find(({ file }) => file === cut)).toMatchObject({
    why: expect.any(String),
    byte: expect.any(Number),
  });
  expect(Number(rows[0]?.[0])).toBeGreaterThan(400);
  expect(Number(rows[0]?.[0])).toBeLessThan(900);
  expect(filesRead).toBe(203);
  const again = await engine.run(ask('SELECT count(*) FROM cloudtrail_logs'));
  expect(again.rows).toEqual(rows);
  expect(again.setAside).toEqual(setAside);
});

test('a link that leads out of the folder is followed', async () => {
  const outside = join(folder.parent, 'elsewhere.json.gz');
  await writeFile(outside, gzip(callRecord({ eventName: 'Linked' })));
  await deliver(gzip(callRecord({ eventName: 'A' })));
  await symlink(outside, join(folder.logs, 'linked.json.gz'));
  const engine = await open();
  const { rows, setAside } = await engine.run(ask(NAMES));
  expect(rows.map(([name]) => name)).toEqual(['A', 'Linked']);
  expect(setAside).toEqual([]);
});

test('one file may be opened, and nothing beside it can be read', async () => {
  const file = await deliver(gzip(callRecord({ eventName: 'A' })));
  const beside = await put('beside.csv', 'a\n1\n');
  const engine = await open(file);
  expect((await engine.run(ask('SELECT eventname FROM cloudtrail_logs'))).rows).toEqual([['A']]);
  await expect(engine.run(ask(`SELECT * FROM '${beside}'`))).rejects.toMatchObject({ name: 'QueryFailed' });
});

test.each([
  (folder: string) => `COPY (SELECT 1) TO '${folder}/x.csv'`,
  () => 'DROP VIEW cloudtrail_logs',
  () => 'SET enable_external_access = true',
  () => 'SELECT 1; SELECT 2',
])('a statement that is no query is refused: %s', async (sql) => {
  await deliver(gzip(callRecord()));
  const engine = await open();
  await expect(engine.run(ask(sql(folder.logs)))).rejects.toMatchObject({ name: 'QueryFailed' });
});

test('an error of the statement is no broken file', async () => {
  await deliver(gzip(callRecord()));
  const engine = await open();
  await expect(engine.run(ask('SELECT nothing FROM cloudtrail_logs'))).rejects.toMatchObject({
    name: 'QueryFailed',
    message: expect.stringMatching(/^Cannot run test: DuckDB refused it: Binder Error: [^\n]+$/),
  });
});

test('a signal stops a query while it reads', async () => {
  await deliver(gzip(callRecord()));
  const engine = await open();
  const reason = new Error('enough');
  const controller = new AbortController();
  const long = engine.run(
    ask('SELECT count(*) FROM range(100000000000) AS t (n), cloudtrail_logs WHERE n % 7 = 3'),
    {
      signal: controller.signal,
    },
  );
  setTimeout(() => controller.abort(reason), 100);
  await expect(long).rejects.toBe(reason);
  expect((await engine.run(ask('SELECT count(*) FROM cloudtrail_logs'))).rows).toEqual([[1]]);
});

test('rows can be taken as they come, and left before their end', async () => {
  await deliver(gzip(callRecord({ eventName: 'A' })));
  const engine = await open();
  const states = new Set<string>();
  const stream = await engine.stream(ask('SELECT n FROM range(100000) AS t (n), cloudtrail_logs'), {
    onProgress: ({ state, elapsedMs }) => states.add(elapsedMs >= 0 ? state : 'before it began'),
  });
  let rows = 0;
  for await (const [n] of stream.rows) {
    expect(n).toBe(rows);
    rows += 1;
    if (rows === 3_000) break;
  }
  expect(stream.summary()).toMatchObject({ filesRead: 1, setAside: [] });
  await stream.close();
  await stream.close();
  expect([...states]).toEqual(['running', 'reading']);
  expect((await engine.run(ask(NAMES))).rows).toHaveLength(1);
});

test('an engine that is closed leaves nothing behind, whatever is open', async () => {
  await deliver(gzip(callRecord()));
  const engine = await open();
  const stream = await engine.stream(ask('SELECT eventname FROM cloudtrail_logs'));
  await engine.close();
  await engine.close();
  await stream.close();
  expect(await readdir(folder.parent)).toEqual(['logs']);
  await expect(engine.run(ask('SELECT 1'))).rejects.toThrow('the engine is closed');
});
