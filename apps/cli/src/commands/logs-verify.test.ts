import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { deliveredTrail, objectsOf } from '../../../../packages/cloudtrail/src/testing/delivered-trail.ts';
import {
  digestKey,
  listedKeys,
  syncObjects,
} from '../../../../packages/cloudtrail/src/testing/digest-writer.ts';
import { UsageProblem } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import { type VerifyFlags, verifyCommand } from './logs-verify.ts';

const root = mkdtempSync(join(tmpdir(), 'firebreak-verify-'));
afterAll(() => rmSync(root, { recursive: true }));

const key = digestKey();
const hours = deliveredTrail({ key, hours: 2 });
const newest = hours[1]?.digest;
const log = join(root, hours[0]?.logs[0]?.key ?? '');
const keys = join(root, 'keys.txt');
const signature = join(root, `${newest?.key}.signature`);

beforeEach(() => {
  syncObjects(objectsOf(hours), root);
  writeFileSync(keys, JSON.stringify(listedKeys([key])));
  writeFileSync(signature, newest?.signature ?? '');
});

async function verified(
  flags: VerifyFlags = { publicKeys: [keys] },
): Promise<{ code: number; text: string }> {
  let text = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
    text += String(piece);
    return true;
  });
  const code = await verifyCommand(root, flags);
  vi.restoreAllMocks();
  return { code, text };
}

test('a whole folder is said to be whole, with what it covers', async () => {
  const { code, text } = await verified();
  expect(code).toBe(EXIT.done);
  expect(text).toBe(
    [
      '111111111111 eu-central-1 main: 2026-09-14T08:01:31Z to 2026-09-14T10:01:31Z, 2 digests, 2 logs, delivered to example-trail',
      '',
      'digests  2 valid',
      'logs     2 valid',
      '',
      'Verdict: whole. Every file is as CloudTrail delivered it, proven by signatures.',
      '',
    ].join('\n'),
  );
});

test('a changed log is named, and the exit code is 1', async () => {
  appendFileSync(log, 'more');
  const { code, text } = await verified();
  expect(code).toBe(EXIT.failed);
  expect(text).toContain(`logs     1 changed, 1 valid`);
  expect(text).toContain(`changed             ${log}\n${' '.repeat(20)}other bytes follow`);
  expect(text).toContain('Verdict: broken.');
});

test('what is missing to check signatures is printed as commands, and the exit code is 5', async () => {
  rmSync(signature);
  const { code, text } = await verified({});
  expect(code).toBe(EXIT.notProven);
  expect(text).toContain('logs     2 valid by hash only');
  expect(text).toContain(
    '  aws cloudtrail list-public-keys --region eu-central-1 --start-time 2026-09-14T08:01:31Z --end-time 2026-09-14T12:01:31Z --output json > keys-eu-central-1.json\n',
  );
  expect(text).toContain(
    `  aws s3api head-object --bucket=example-trail --key=${newest?.key} --query Metadata.signature --output text > ${signature}\n`,
  );
});

test('a gap is named with its times', async () => {
  const { code, text } = await verified({ publicKeys: [keys], since: '2026-09-14T06:00:00Z' });
  expect(code).toBe(EXIT.notProven);
  expect(text).toContain(
    'gap                 111111111111 eu-central-1 main: 2026-09-14T06:00:00Z to 2026-09-14T08:01:31Z, the chain begins later',
  );
});

test('--json is one object with every file', async () => {
  const { text } = await verified({ publicKeys: [keys], json: true });
  const report = JSON.parse(text) as Record<string, unknown>;
  expect(report).toMatchObject({
    verdict: 'whole',
    chains: [{ digests: 2 }],
    gaps: [],
    files: { length: 4 },
  });
  expect((report['files'] as object[])[3]).toMatchObject({
    kind: 'log',
    result: 'valid',
    proof: 'signature',
  });
});

test('a name that a terminal would obey is shown, and put into no command', async () => {
  const forged = join(root, '111111111111_CloudTrail_eu-central-1_20260914T0900Z_\u001b]0;x.json.gz');
  writeFileSync(forged, '');
  const { text } = await verified();
  rmSync(forged);
  expect(text).not.toContain('\u001b');
  expect(text).toContain('not-covered');
});

test('times that cannot be used are refused', async () => {
  await expect(verified({ since: 'yesterday' })).rejects.toThrow(UsageProblem);
  await expect(verified({ since: '1d', until: '2d' })).rejects.toThrow('--since is not before --until');
});
