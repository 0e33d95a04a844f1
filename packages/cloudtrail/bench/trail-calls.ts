import type { TrailRandom } from './trail-random.ts';

/** What a call asks and answers, apart from who made it. */
export interface GeneratedCall {
  readonly source: string;
  readonly name: string;
  readonly readOnly: boolean;
  readonly request: unknown;
  readonly response: unknown;
  readonly resources?: unknown;
}

type Make = (
  random: TrailRandom,
  account: string,
  region: string,
) => Omit<GeneratedCall, 'source' | 'name' | 'readOnly'>;

const bucketCall: Make = (random, account, region) => {
  const bucketName = `data-${account.slice(0, 4)}-${random.below(40)}`;
  return {
    request: { bucketName, Host: `${bucketName}.s3.${region}.amazonaws.com`, acl: '' },
    response: null,
    resources: [{ accountId: account, type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${bucketName}` }],
  };
};

const instanceCall: Make = (random) => {
  const instanceId = `i-0${random.hex(16)}`;
  return {
    request: { instancesSet: { items: [{ instanceId }] }, force: false },
    response: {
      requestId: random.uuid(),
      instancesSet: {
        items: [
          {
            instanceId,
            currentState: { code: 64, name: 'stopping' },
            previousState: { code: 16, name: 'running' },
          },
        ],
      },
    },
  };
};

const describeCall: Make = (random) => ({
  request: {
    maxResults: 100,
    filterSet: {
      items: [
        { name: 'tag:Name', valueSet: { items: [{ value: `service-${random.below(90)}` }] } },
        { name: 'vpc-id', valueSet: { items: [{ value: `vpc-0${random.hex(16)}` }] } },
      ],
    },
  },
  response: null,
});

const keyCall: Make = (random, account, region) => {
  const arn = `arn:aws:kms:${region}:${account}:key/${random.uuid()}`;
  return {
    request: {
      keyId: arn,
      encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      encryptionContext: { 'aws:s3:arn': `arn:aws:s3:::data-${account.slice(0, 4)}-${random.below(40)}` },
    },
    response: null,
    resources: [{ accountId: account, type: 'AWS::KMS::Key', ARN: arn }],
  };
};

const logCall: Make = (random, account, region) => ({
  request: {
    logGroupName: `/aws/lambda/job-${random.below(200)}`,
    logStreamName: `2026/09/0${1 + random.below(9)}/[$LATEST]${random.hex(32)}`,
    tags: { owner: `team-${random.below(12)}`, note: 'made by {"pipeline":[1,2]}' },
  },
  response: { arn: `arn:aws:logs:${region}:${account}:log-group:/aws/lambda/job-${random.below(200)}` },
});

const policyCall: Make = (random, account) => ({
  request: {
    roleName: `job-${random.below(60)}`,
    policyName: 'inline',
    policyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: `arn:aws:s3:::data-${account}/*` }],
    }),
  },
  response: null,
});

const tableCall: Make = (random, account, region) => ({
  request: { tableName: `orders-${random.below(30)}`, key: { id: random.uuid() }, consistentRead: true },
  response: null,
  resources: [
    {
      accountId: account,
      type: 'AWS::DynamoDB::Table',
      ARN: `arn:aws:dynamodb:${region}:${account}:table/orders-${random.below(30)}`,
    },
  ],
});

const nothing: Make = () => ({ request: null, response: null });

function calls(source: string, make: Make, names: readonly string[]): [string, string, boolean, Make][] {
  return names.map((name) => [source, name, /^(Get|List|Describe|Head|Decrypt)/.test(name), make]);
}

const CALLS = [
  ...calls('s3.amazonaws.com', bucketCall, [
    'GetBucketAcl',
    'ListObjects',
    'GetBucketPolicy',
    'GetBucketLocation',
    'PutBucketTagging',
    'HeadBucket',
  ]),
  ...calls('ec2.amazonaws.com', describeCall, [
    'DescribeInstances',
    'DescribeSubnets',
    'DescribeSecurityGroups',
    'DescribeVolumes',
    'DescribeVpcs',
    'DescribeImages',
  ]),
  ...calls('ec2.amazonaws.com', instanceCall, ['StopInstances', 'StartInstances', 'RebootInstances']),
  ...calls('kms.amazonaws.com', keyCall, ['Decrypt', 'GenerateDataKey', 'DescribeKey', 'Encrypt']),
  ...calls('logs.amazonaws.com', logCall, ['CreateLogStream', 'DescribeLogGroups', 'PutRetentionPolicy']),
  ...calls('iam.amazonaws.com', policyCall, ['PutRolePolicy', 'GetRolePolicy']),
  ...calls('iam.amazonaws.com', nothing, ['ListUsers', 'ListRoles', 'GetAccountSummary']),
  ...calls('dynamodb.amazonaws.com', tableCall, ['DescribeTable', 'UpdateTable', 'DescribeTimeToLive']),
  ...calls('lambda.amazonaws.com', logCall, [
    'ListFunctions20150331',
    'GetFunction20150331v2',
    'UpdateFunctionCode20150331v2',
  ]),
  ...calls('sts.amazonaws.com', nothing, ['GetCallerIdentity']),
] as unknown as [[string, string, boolean, Make], ...[string, string, boolean, Make][]];

/** Any call that hands out no credential. */
export function anyCall(random: TrailRandom, account: string, region: string): GeneratedCall {
  const [source, name, readOnly, make] = random.pick(CALLS);
  return { source, name, readOnly, ...make(random, account, region) };
}
