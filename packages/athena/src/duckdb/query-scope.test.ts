import { expect, test } from 'vitest';
import type { BoundQuery } from '../query-engine.ts';
import { isInScope, queryScope } from './query-scope.ts';

const asked = (sql: string, values: Record<string, string>[]): BoundQuery => ({
  name: 'test',
  sql,
  values: values.flatMap((value) =>
    Object.entries(value).map(([binding, text]) => ({ binding, type: 'varchar' as const, value: text })),
  ),
  parameters: {},
});
const DAYS = [{ 'since.day': '2026/03/01' }, { 'until.next-day': '2026/03/03' }];

test('the scope is what the bound values limit', () => {
  const sql = `SELECT eventname FROM cloudtrail_logs WHERE day BETWEEN ? AND ?
    AND (? = 'any' OR account = ?) AND (? = 'any' OR region = ?)`;
  const values = [
    ...DAYS,
    ...[{ account: '111111111111' }, { account: '111111111111' }, { region: 'any' }, { region: 'any' }],
  ];
  expect(queryScope(asked(sql, values))).toEqual({
    from: '2026/03/01',
    to: '2026/03/03',
    account: '111111111111',
  });
});

test('a table that is named without limits is read whole', () => {
  const sql = `SELECT 1 FROM cloudtrail_logs WHERE day BETWEEN ? AND ?
    AND eventname IN (SELECT eventname FROM cloudtrail_logs)`;
  expect(queryScope(asked(sql, DAYS))).toEqual({});
});

test('two windows are one scope from the first to the last day', () => {
  const sql = `SELECT 1 FROM cloudtrail_logs WHERE day BETWEEN ? AND ?
    UNION ALL SELECT 1 FROM cloudtrail_logs t WHERE t.day BETWEEN ? AND ?`;
  const before = [{ 'before.day': '2026/02/01' }, { 'since.next-day': '2026/03/02' }];
  expect(queryScope(asked(sql, [...before, ...DAYS]))).toEqual({ from: '2026/02/01', to: '2026/03/03' });
});

test('a parameter account that another column is compared with limits no files', () => {
  const sql = 'SELECT 1 FROM cloudtrail_logs WHERE recipientaccountid = ? OR ? = account';
  expect(queryScope(asked(sql, [{ account: '111111111111' }, { account: '111111111111' }]))).toEqual({});
});

test('files that do not say where they belong are in every scope', () => {
  const scope = { from: '2026/03/01', to: '2026/03/01', account: '111111111111', region: 'us-east-1' };
  expect(isInScope({ path: 'a.json', bytes: 1 }, scope)).toBe(true);
  expect(isInScope({ path: 'a.json', bytes: 1, day: '2026/03/02' }, scope)).toBe(false);
  expect(isInScope({ path: 'a.json', bytes: 1, account: '222222222222' }, scope)).toBe(false);
});
