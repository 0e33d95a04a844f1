import { TrailIndex, traceKey } from '@firebreak/cloudtrail';
import { parseFindings } from '@firebreak/guardduty';
import { expect, test } from 'vitest';
import { withFinding } from './known-from-finding.ts';

function findingOn(accessKeyDetails: object) {
  const finding = {
    id: '0123456789abcdef0123456789abcdef',
    type: 'Discovery:S3/MaliciousIPCaller',
    severity: 8,
    accountId: '111111111111',
    resource: { resourceType: 'AccessKey', accessKeyDetails },
  };
  const [parsed] = parseFindings(JSON.stringify(finding), 'finding.json');
  if (parsed === undefined) throw new TypeError('Cannot read the finding');
  return parsed;
}

test('withFinding() takes role and account of a session that the logs do not mention', async () => {
  const accessKeyId = 'ASIARTXV5AHDREXAMPLE';
  const lineage = await traceKey(accessKeyId, new TrailIndex());
  const finding = findingOn({
    accessKeyId,
    userName: 'Deployer',
    userType: 'AssumedRole',
    principalId: 'AROAX:build',
  });
  const { chain, root, gaps } = withFinding(lineage, finding);
  expect(chain[0]).toMatchObject({
    roleName: 'Deployer',
    account: '111111111111',
    principalArn: 'arn:aws:sts::111111111111:assumed-role/Deployer/build',
  });
  expect(root).toMatchObject({ kind: 'unknown', userName: null });
  expect(gaps[0]?.what).toBe(`No record mentions ${accessKeyId}`);
});

test('withFinding() takes the user of a long-term key that the logs do not mention', async () => {
  const accessKeyId = 'AKIARTXV5AHDQEXAMPLE';
  const lineage = await traceKey(accessKeyId, new TrailIndex());
  const { root } = withFinding(
    lineage,
    findingOn({ accessKeyId, userName: 'build-bot', userType: 'IAMUser' }),
  );
  expect(root).toMatchObject({ kind: 'long-term-key', name: 'build-bot', userName: 'build-bot' });
});

test('withFinding() leaves alone what the logs say, and other keys', async () => {
  const lineage = await traceKey('AKIARTXV5AHDQEXAMPLE', new TrailIndex());
  const other = findingOn({ accessKeyId: 'AKIARTXV5AHDREXAMPLE', userName: 'alice', userType: 'IAMUser' });
  expect(withFinding(lineage, other)).toBe(lineage);
});

test("withFinding() goes by the key's owner, and says when the finding is about another account", async () => {
  const accessKeyId = 'AKIATHPL2AOHAEXAMPLE';
  const lineage = await traceKey(accessKeyId, new TrailIndex());
  const { chain, gaps } = withFinding(
    lineage,
    findingOn({ accessKeyId, userName: 'bob', userType: 'IAMUser' }),
  );
  expect(chain[0]?.account).toBe('222222222222');
  expect(gaps.at(-1)?.what).toContain('The finding is about account 111111111111');
});
