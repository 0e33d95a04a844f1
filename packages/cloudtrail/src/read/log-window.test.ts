import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { call, USER_KEY, userIdentity } from '../testing/records.ts';
import { findLogFiles } from './log-files.ts';
import { logPlace } from './log-place.ts';
import type { LogWindow } from './log-window.ts';
import { readTrail } from './read-trail.ts';

const listed = vi.hoisted(() => [] as string[]);
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const readdir = (path: string, options: { withFileTypes: true }) => {
    listed.push(path);
    return real.readdir(path, options);
  };
  return { ...real, readdir };
});

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'firebreak-window-'));
  listed.length = 0;
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const delivery = JSON.stringify({
  Records: [call(userIdentity(USER_KEY), 'ListBuckets', '2026-09-14T08:00:00Z')],
});

function put(path: string, content = delivery): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
}

const trail = (account: string, region: string, day: string) =>
  `AWSLogs/o-11111111/${account}/CloudTrail/${region}/${day}/a.json.gz`;

const MID: LogWindow = { from: '2026-09-14T08:00:00Z', to: '2026-09-15T20:00:00Z' };

test.each<[string, LogWindow, string[]]>([
  ['no window', {}, ['2025/12/31', '2026/09/13', '2026/09/14', '2026/09/16', '2026/09/17', '2027/01/01']],
  ['the day of delivery and the day after', MID, ['2026/09/14', '2026/09/16']],
  ['an open end', { from: '2026-09-17T00:00:00Z' }, ['2026/09/17', '2027/01/01']],
  ['the end of a year', { from: '2026-12-31T23:00:00Z', to: '2026-12-31T23:30:00Z' }, ['2027/01/01']],
  ['another account', { accounts: ['222222222222'] }, []],
  ['another region', { regions: ['eu-central-1'] }, []],
])('findLogFiles() keeps the days of a window: %s', async (_, window, days) => {
  for (const day of ['2025/12/31', '2026/09/13', '2026/09/14', '2026/09/16', '2026/09/17', '2027/01/01'])
    put(trail('111111111111', 'us-east-1', day));
  put('export.json');
  const files = await findLogFiles(root, { window });
  expect(files.flatMap(({ day }) => day ?? [])).toEqual(days);
  expect(files.map(({ path }) => basename(path))).toContain('export.json');
});

test('readTrail() neither lists nor opens what lies outside of the window', async () => {
  put(trail('111111111111', 'us-east-1', '2026/09/14'));
  put(trail('111111111111', 'us-east-1', '2026/09/20'), 'broken');
  put(trail('111111111111', 'eu-central-1', '2026/09/14'), 'broken');
  put(trail('222222222222', 'us-east-1', '2026/09/14'), 'broken');
  put('flat/111111111111_CloudTrail_us-east-1_20260920T0800Z_EXAMPLEEXAMPLEEX.json.gz', 'broken');
  for (const path of ['2026/09/20/a.json.gz', '2026/09/20'])
    chmodSync(join(root, 'AWSLogs/o-11111111/111111111111/CloudTrail/us-east-1', path), 0);
  const window = { ...MID, accounts: ['111111111111'], regions: ['us-east-1'] };
  const accounts: unknown[] = [];
  for await (const { accountId } of readTrail(root, { window })) accounts.push(accountId);
  expect(accounts).toEqual(['111111111111']);
  expect(listed.filter((path) => /222222222222|eu-central-1|09\/20/.test(path))).toEqual([]);
  chmodSync(join(root, 'AWSLogs/o-11111111/111111111111/CloudTrail/us-east-1/2026/09/20'), 0o700);
});

test('a window that leaves no file says so', async () => {
  put(trail('111111111111', 'us-east-1', '2026/09/14'));
  await expect(findLogFiles(root, { window: { regions: ['eu-west-1'] } })).rejects.toThrow(
    'no file lies in the accounts, regions and days asked for',
  );
});

test.each([
  ['/x/AWSLogs/o-11111111/111111111111', { account: '111111111111' }],
  ['/x/AWSLogs/111111111111/CloudTrail/us-gov-west-1', { account: '111111111111', region: 'us-gov-west-1' }],
  ['/x/CloudTrail/eu-central-1/2026', { region: 'eu-central-1', day: '2026' }],
  ['/x/CloudTrail/eu-central-1/2026/09', { region: 'eu-central-1', day: '2026/09' }],
  ['/x/eu-central-1/2026/09/14/a.json', { region: 'eu-central-1', day: '2026/09/14' }],
  [
    '/x/111111111111_CloudTrail_ap-southeast-2_20260914T0800Z_EXAMPLEEXAMPLEEX.json.gz',
    { account: '111111111111', region: 'ap-southeast-2', day: '2026/09/14' },
  ],
  ['/x/111111111111/2026/09/14/a.json', {}],
  ['/x/eu-central-1/a.json', {}],
  ['/x/CloudTrail/notes/2026', {}],
])('logPlace() reads %s', (path, place) => {
  expect(logPlace(path)).toEqual(place);
});
