import { expect, test } from 'vitest';
import { ALL_COLUMNS, type Need, neededColumns } from './needed-columns.ts';

const plain = (need: Need | undefined): unknown =>
  need instanceof Map ? Object.fromEntries([...need].map(([name, inner]) => [name, plain(inner)])) : need;
const needed = (sql: string) => plain(neededColumns(sql));

test('only what a statement names is needed, of structs only the fields', () => {
  const sql = `SELECT EventName, count(*) FROM cloudtrail_logs t
    WHERE t.useridentity.accessKeyId = 'useragent' AND "useridentity".sessioncontext.sessionissuer.arn <> ''`;
  expect(needed(sql)).toEqual({
    useridentity: { accesskeyid: 'all', sessioncontext: { sessionissuer: { arn: 'all' } } },
    eventname: 'all',
  });
});

test('a struct that is named as a whole is needed as a whole', () => {
  expect(needed('SELECT useridentity.arn FROM (SELECT useridentity FROM cloudtrail_logs)')).toEqual({
    useridentity: 'all',
  });
  expect(
    needed('SELECT useridentity.sessioncontext, useridentity.sessioncontext.sourceidentity FROM t'),
  ).toEqual({ useridentity: { sessioncontext: 'all' } });
  expect(needed('SELECT useridentity.unheardof FROM t')).toEqual({ useridentity: 'all' });
});

test.each([
  'SELECT * FROM cloudtrail_logs',
  'SELECT t.* FROM cloudtrail_logs t',
  'SELECT eventname, t1.* FROM cloudtrail_logs t1',
  'SELECT eventname FROM cloudtrail_logs NATURAL JOIN other',
  'FROM cloudtrail_logs',
])('%s needs all columns', (sql) => {
  expect(neededColumns(sql)).toBe(ALL_COLUMNS);
});

test('count(*) alone needs none', () => {
  expect(needed('SELECT count( * ) FROM cloudtrail_logs')).toEqual({});
});
