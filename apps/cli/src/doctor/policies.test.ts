import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FirebreakConfig, OPERATIONS } from '@firebreak/aws';
import { ACTIONS } from '@firebreak/containment';
import { authorize, type PolicyDocument, policySize } from '@firebreak/iam';
import { expect, test } from 'vitest';
import { readPolicy } from '../../../../packages/iam/src/evaluate/read-policy.ts';
import { ATHENA_ACTIONS, GUARDDUTY_ACTIONS, leastPolicy, POLICIES } from './policies.ts';

const PACKAGES = join(import.meta.dirname, '..', '..', '..', '..', 'packages');
const accounts = Array.from({ length: 10 }, (_, index) => ({
  id: String(index).repeat(12),
  name: `account ${index}`,
  production: false,
}));
const CONFIG: FirebreakConfig = {
  version: 1,
  access: { role: 'security/FirebreakResponder', externalId: 'stay-away' },
  accounts,
  regions: { home: 'eu-central-1', all: [] },
  logs: { bucket: 'amzn-s3-demo-bucket', prefix: 'trails' },
  athena: { results: 's3://amzn-s3-demo-bucket1/athena/', workgroup: 'forensics' },
};
const ARN = 'arn:aws:sts::111111111111:assumed-role/FirebreakResponder/alice';
/** The quota of a managed policy. Source: IAM User Guide, "IAM and AWS STS quotas". */
const MANAGED_POLICY = 6_144;

function allows(document: PolicyDocument, action: string, resource = '*'): boolean {
  const request = { action, resource, principal: { arn: ARN, accountId: '111111111111' }, context: {} };
  return authorize(request, { identity: [{ name: 'least', document }] }).result === 'allowed';
}

test.each(Object.keys(POLICIES))('the policy "%s" is sound, and small enough', (name) => {
  for (const config of [CONFIG, { ...CONFIG, logs: undefined, athena: undefined } as FirebreakConfig]) {
    const document = leastPolicy(name, { config, trusted: '111111111111' });
    const kind = name === 'trust' ? 'resource policy' : 'identity policy';
    expect(readPolicy({ name, document }, kind).length).toBeGreaterThan(0);
    expect(policySize(document)).toBeLessThan(name === 'trust' ? 2_048 : MANAGED_POLICY);
  }
});

test('a responder may send what firebreak sends, and nothing else', () => {
  const document = leastPolicy('responder', { config: undefined });
  const wanted = [
    ...Object.values(OPERATIONS).map(({ permission }) => permission),
    ...ACTIONS.flatMap(({ reads }) => reads),
  ].filter((permission) => permission !== 'sts:GetCallerIdentity');
  expect(wanted.filter((permission) => !allows(document, permission))).toEqual([]);
  const given = [document.Statement].flat(2).flatMap(({ Action }) => Action ?? []);
  expect(given.filter((permission) => !wanted.includes(permission))).toEqual([]);
  expect(allows(document, 'iam:CreateUser')).toBe(false);
});

test.each([
  ['athena/src/athena', ATHENA_ACTIONS],
  ['guardduty/src/inbox', GUARDDUTY_ACTIONS],
])('the actions for packages/%s are what it calls', (folder, actions) => {
  const sources = readdirSync(join(PACKAGES, folder)).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const commands = sources.flatMap((name) =>
    [...readFileSync(join(PACKAGES, folder, name), 'utf8').matchAll(/new (?:sdk\.)?(\w+)Command\(/g)].map(
      ([, command]) => command,
    ),
  );
  expect([...new Set(commands)].sort()).toEqual([...actions]);
});

test('an analyst reads logs below the prefix, and writes results below theirs alone', () => {
  const document = leastPolicy('analyst', { config: CONFIG });
  const log = 'arn:aws:s3:::amzn-s3-demo-bucket/trails/AWSLogs/111111111111/CloudTrail/x.json.gz';
  expect(allows(document, 's3:GetObject', log)).toBe(true);
  expect(allows(document, 's3:GetObject', log.replace('trails/', ''))).toBe(false);
  expect(allows(document, 's3:PutObject', log)).toBe(false);
  expect(allows(document, 's3:PutObject', 'arn:aws:s3:::amzn-s3-demo-bucket1/athena/x.csv')).toBe(true);
  expect(allows(document, 's3:PutObject', 'arn:aws:s3:::amzn-s3-demo-bucket1/other/x.csv')).toBe(false);
  const workgroup = 'arn:aws:athena:eu-central-1:111111111111:workgroup/';
  expect(allows(document, 'athena:StartQueryExecution', `${workgroup}forensics`)).toBe(true);
  expect(allows(document, 'athena:StartQueryExecution', `${workgroup}primary`)).toBe(false);
});

test('a role trusts whom it is told, who gives the external id and may say who they are', () => {
  const document = leastPolicy('trust', { config: CONFIG, trusted: '111111111111' });
  expect(document.Statement).toEqual([
    expect.objectContaining({
      Principal: { AWS: 'arn:aws:iam::111111111111:root' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': 'stay-away' } },
    }),
    expect.objectContaining({ Action: 'sts:SetSourceIdentity' }),
  ]);
  for (const trusted of [undefined, '*', 'arn:aws:iam::*:root'])
    expect(() => leastPolicy('trust', { config: CONFIG, trusted })).toThrow('--trusted');
});

test('a caller may assume the configured roles; of very many the name alone is given', () => {
  const resourcesFor = (config: FirebreakConfig) =>
    [leastPolicy('caller', { config }).Statement].flat(2).flatMap(({ Resource }) => Resource ?? []);
  expect(resourcesFor(CONFIG)).toHaveLength(10);
  const many = Array.from({ length: 500 }, (_, index) => ({
    id: String(index).padStart(12, '1'),
    name: String(index),
    production: false,
  }));
  expect(resourcesFor({ ...CONFIG, accounts: many })).toEqual([
    'arn:aws:iam::*:role/security/FirebreakResponder',
  ]);
  expect(() => leastPolicy('caller', { config: undefined })).toThrow('names no role');
});

test('a policy that is not there is refused with those that are', () => {
  expect(() => leastPolicy('constructor', { config: CONFIG })).toThrow(
    expect.objectContaining({ remedy: expect.stringContaining('responder') }),
  );
});

test('the page and the help name every policy', () => {
  const names = Object.keys(POLICIES);
  const page = readFileSync(join(PACKAGES, '..', 'docs', 'configuration.md'), 'utf8');
  const rows = [...(page.split('## The doctor')[1] ?? '').matchAll(/^\| `(\w+)` \|/gm)].map(
    ([, name]) => name,
  );
  expect(rows).toEqual(names);
  const help = readFileSync(join(import.meta.dirname, '..', 'program', 'set-up-commands.ts'), 'utf8');
  expect(help).toContain(`print a least policy: ${names.join(', ')}'`);
});
