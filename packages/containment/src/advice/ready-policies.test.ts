import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { authorize, type PolicyDocument, policySize } from '@firebreak/iam';
import { describe, expect, test } from 'vitest';
import { READY_POLICIES } from './ready-policies.ts';

const FOLDER = join(import.meta.dirname, '../../policies');
const ALICE = { arn: 'arn:aws:iam::111111111111:user/alice', accountId: '111111111111' };
const ALLOW_ALL: PolicyDocument = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
};
type Context = Readonly<Record<string, string | readonly string[] | boolean>>;

function isDenied(file: string, action: string, context: Context = {}): boolean {
  const document = READY_POLICIES.find((policy) => policy.file === file)?.document;
  if (document === undefined) throw new Error(`no ${file}`);
  const identity = [
    { name: 'allow', document: ALLOW_ALL },
    { name: file, document },
  ];
  const { result } = authorize({ action, resource: '*', principal: ALICE, context }, { identity });
  return result === 'explicitly-denied';
}

test('every file in the folder is described', () => {
  const files = readdirSync(FOLDER).filter((name) => name !== 'about.json');
  expect(READY_POLICIES.map(({ file }) => file).sort()).toEqual(files.sort());
});

describe.each(READY_POLICIES.map((policy) => [policy.file, policy] as const))('%s', (_, policy) => {
  const text = JSON.stringify(policy.document);

  test('denies only, with characters that IAM takes, within the quota of a user', () => {
    expect(text).not.toContain('"Allow"');
    expect(text).toMatch(/^[\t\n\r\u0020-\u00ff]+$/);
    expect(policySize(text)).toBeLessThan(2_048);
  });

  test('holds its placeholders', () => {
    for (const { text: placeholder } of policy.placeholders) expect(text).toContain(`"${placeholder}"`);
  });
});

test.each([
  [
    'deny-billing.json',
    [
      'billing:GetBillingData',
      'payments:MakePayment',
      'tax:UpdateTaxRegistration',
      'ce:GetCostAndUsage',
      'budgets:ModifyBudget',
      'account:CloseAccount',
    ],
    ['ec2:RunInstances', 's3:GetObject', 'account:ListRegions', 'iam:CreateUser'],
  ],
  [
    'deny-s3-download.json',
    ['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectTorrent', 's3express:CreateSession'],
    ['s3:PutObject', 's3:ListBucket', 's3:DeleteObject', 's3:GetBucketPolicy', 'ec2:RunInstances'],
  ],
  [
    'deny-s3-deletion.json',
    [
      's3:DeleteObject',
      's3:DeleteObjectVersion',
      's3:DeleteBucket',
      's3:PutLifecycleConfiguration',
      's3:PutBucketVersioning',
      's3:BypassGovernanceRetention',
    ],
    ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 's3:DeleteObjectTagging'],
  ],
  [
    'deny-network-creation.json',
    [
      'ec2:CreateVpc',
      'ec2:CreateSubnet',
      'ec2:CreateInternetGateway',
      'ec2:CreateRoute',
      'ec2:CreateVpcPeeringConnection',
      'ec2:AcceptVpcPeeringConnection',
      'ec2:AuthorizeSecurityGroupIngress',
      'ec2:AuthorizeSecurityGroupEgress',
      'ec2:AllocateAddress',
      'ec2:CreateNatGateway',
      'ec2:CreateVpnConnection',
      'directconnect:CreateConnection',
    ],
    [
      'ec2:RunInstances',
      'ec2:CreateTags',
      'ec2:CreateSnapshot',
      'ec2:CreateVolume',
      'ec2:CreateKeyPair',
      'ec2:DeleteVpc',
      'ec2:RevokeSecurityGroupIngress',
      'ec2:DescribeVpcs',
      'ec2:CreateNetworkInterface',
    ],
  ],
  [
    'deny-iam-changes-except-cloudformation.json',
    [
      'iam:CreateUser',
      'iam:PutRolePolicy',
      'iam:AttachUserPolicy',
      'iam:UpdateAssumeRolePolicy',
      'iam:CreateAccessKey',
      'iam:DeleteUserPolicy',
      'iam:AddUserToGroup',
      'iam:SetDefaultPolicyVersion',
      'iam:DeactivateMFADevice',
      'iam:UploadSigningCertificate',
      'iam:RemoveRoleFromInstanceProfile',
      'iam:DetachUserPolicy',
      'iam:EnableMFADevice',
      'iam:ChangePassword',
      'iam:TagRole',
    ],
    [
      'iam:GetUser',
      'iam:ListRoles',
      'iam:PassRole',
      'iam:SimulatePrincipalPolicy',
      'iam:GenerateCredentialReport',
      'sts:AssumeRole',
      's3:PutObject',
    ],
  ],
] as const)('%s denies what it should, and lets the rest pass', (file, denied, passing) => {
  expect(denied.filter((action) => !isDenied(file, action))).toEqual([]);
  expect(passing.filter((action) => isDenied(file, action))).toEqual([]);
});

describe('changes of IAM', () => {
  const file = 'deny-iam-changes-except-cloudformation.json';
  const CLOUDFORMATION = 'cloudformation.amazonaws.com';

  test.each([
    [
      'by CloudFormation for the caller',
      { 'aws:CalledVia': [CLOUDFORMATION], 'aws:ViaAWSService': true },
      false,
    ],
    [
      'by another service that CloudFormation called',
      { 'aws:CalledVia': [CLOUDFORMATION, 'dynamodb.amazonaws.com'] },
      false,
    ],
    ['by another service', { 'aws:CalledVia': ['athena.amazonaws.com'], 'aws:ViaAWSService': true }, true],
    ['by the caller', {}, true],
    ['by the caller, with a user agent that says CloudFormation', { 'aws:UserAgent': CLOUDFORMATION }, true],
  ] as const)('%s: denied is %s', (_, context: Context, denied) => {
    expect(isDenied(file, 'iam:CreateRole', context)).toBe(denied);
  });
});

describe('other addresses', () => {
  test.each([
    ['ours', { 'aws:SourceIp': '192.0.2.7', 'aws:ViaAWSService': false }, false],
    ['ours by IPv6', { 'aws:SourceIp': '2001:db8::7', 'aws:ViaAWSService': false }, false],
    ["an intruder's", { 'aws:SourceIp': '203.0.113.7', 'aws:ViaAWSService': false }, true],
    ["an intruder's, without aws:ViaAWSService", { 'aws:SourceIp': '203.0.113.7' }, true],
    ['a service for the caller', { 'aws:SourceIp': '203.0.113.7', 'aws:ViaAWSService': true }, false],
    ['through a VPC endpoint, which has no address', { 'aws:ViaAWSService': false }, true],
  ] as const)('%s: denied is %s', (_, context: Context, denied) => {
    expect(isDenied('deny-outside-addresses.json', 's3:ListAllMyBuckets', context)).toBe(denied);
    expect(isDenied('deny-outside-addresses.json', 'iam:CreateUser', context)).toBe(denied);
  });
});
