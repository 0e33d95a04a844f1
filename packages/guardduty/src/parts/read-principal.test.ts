import { expect, test } from 'vitest';
import { parseFindings } from '../parse-findings.ts';
import { camelFinding, findingOf } from '../testing/made-findings.ts';

function read(value: unknown) {
  const [finding] = parseFindings(JSON.stringify(value), 'f');
  if (finding === undefined) throw new TypeError('Cannot read the finding');
  return finding;
}

const ROLE = 'AROARTXV5AHDQEXAMPLE';
const INSTANCE = 'i-0123456789abcdef0';
const TASK = '0123456789abcdef0123456789abcdef';
const lambdaDetails = {
  functionName: 'resize',
  functionArn: 'x',
  role: 'arn:aws:iam::111111111111:role/x/Resizer',
};
const EXFILTRATION = 'UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.OutsideAWS';

test.each([
  ['root', { userType: 'Root', principalId: '111111111111', userName: 'Root' }, 'userType is Root'],
  ['root', { principalId: '111111111111' }, 'an account id, which is root'],
  [
    'iam-user',
    { userType: 'IAMUser', userName: 'alice', principalId: '111111111111' },
    'userType is IAMUser',
  ],
  ['iam-user', { principalId: 'AIDARTXV5AHDQEXAMPLE' }, 'starts with AIDA'],
  [
    'assumed-role',
    { userType: 'AssumedRole', userName: 'Deployer', principalId: `${ROLE}:nightly` },
    'AssumedRole',
  ],
  ['assumed-role', { userType: 'Role', userName: 'Deployer' }, 'userType is Role'],
  ['assumed-role', { principalId: `${ROLE}:nightly` }, 'starts with AROA'],
  ['assumed-role', { userType: 'AssumedRole', principalId: `${ROLE}:${TASK}` }, 'userType is AssumedRole'],
  [
    'federated-user',
    { userType: 'FederatedUser', principalId: '111111111111:bob' },
    'userType is FederatedUser',
  ],
  ['federated-user', { principalId: '111111111111:bob' }, 'an account id with a name'],
  ['identity-center', { userType: 'IdentityCenterUser', userName: 'carol' }, 'IdentityCenterUser'],
  [
    'identity-center',
    {
      userType: 'AssumedRole',
      userName: 'AWSReservedSSO_Admin_0123456789abcdef',
      principalId: `${ROLE}:carol`,
    },
    'AWSReservedSSO_',
  ],
  [
    'service-linked-role',
    { userType: 'AssumedRole', userName: 'AWSServiceRoleForSupport', principalId: `${ROLE}:x` },
    'service-linked',
  ],
  [
    'instance-profile',
    { userType: 'AssumedRole', userName: 'Web', principalId: `${ROLE}:${INSTANCE}` },
    'named after an EC2 instance',
  ],
  ['aws-service', { userType: 'AWSService', userName: 'example.amazonaws.com' }, 'userType is AWSService'],
  ['anonymous', { userType: 'AWSAccount', userName: 'ANONYMOUS_PRINCIPAL' }, 'ANONYMOUS_PRINCIPAL'],
  ['unknown', { userType: 'AWSAccount', principalId: '222222222222' }, 'another account'],
  ['unknown', { userType: 'Directory' }, 'Directory Service'],
  ['unknown', { userType: 'Martian' }, '"Martian" says nothing'],
  ['unknown', {}, 'userType is missing'],
])('readPrincipal() says %s for %j', (type, details, why) => {
  const { principal } = read(findingOf(details));
  expect(principal).toMatchObject({ type });
  expect(principal?.why).toContain(why);
});

test.each([
  ['instance-profile', 'UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS', {}, 'x'],
  ['lambda-role', 'Discovery:S3/AnomalousBehavior', { lambdaDetails }, 'resize'],
  ['lambda-role', EXFILTRATION, { lambdaDetails }, 'x'],
  ['ecs-role', EXFILTRATION, { ecsClusterDetails: { name: 'shop' } }, 'x'],
  ['ecs-role', 'Discovery:S3/AnomalousBehavior', { ecsClusterDetails: { name: 'shop' } }, TASK],
])('readPrincipal() says %s in a finding of %s about %j', (type, typeName, others, session) => {
  const accessKeyDetails = { userType: 'AssumedRole', userName: 'Worker', principalId: `${ROLE}:${session}` };
  const resource = { resourceType: 'AccessKey', accessKeyDetails, ...others };
  const { principal } = read({ ...camelFinding, type: typeName, resource });
  expect(principal).toMatchObject({ type, name: 'Worker', sessionName: session });
});

test('a Lambda function is known by its execution role as well', () => {
  const accessKeyDetails = { userType: 'AssumedRole', userName: 'Resizer', principalId: `${ROLE}:x` };
  expect(read({ ...camelFinding, resource: { accessKeyDetails, lambdaDetails } }).principal?.type).toBe(
    'lambda-role',
  );
});

test.each([
  [
    'assumed-role',
    { userType: 'AssumedRole', userName: 'Deployer', principalId: `${ROLE}:nightly` },
    'Who opened session "nightly" of Deployer',
  ],
  ['iam-user', { userType: 'IAMUser', userName: 'alice' }, 'The key is temporary'],
  [
    'federated-user',
    { userType: 'FederatedUser', principalId: '111111111111:bob' },
    'Who opened session "bob"',
  ],
])('a gap names how the temporary key of %s was issued as the next lookup', (_, details, what) => {
  const { gaps } = read(findingOf({ accessKeyId: 'ASIARTXV5AHDQEXAMPLE', ...details }));
  expect(gaps).toHaveLength(1);
  expect(gaps[0]?.what).toContain(what);
  expect(gaps[0]?.lookup).toContain('for the key as ResourceName');
});

test('the session of an instance needs no issuer, and no key means to look for it', () => {
  const details = { userType: 'AssumedRole', userName: 'Web', principalId: `${ROLE}:${INSTANCE}` };
  expect(read(findingOf({ accessKeyId: 'ASIARTXV5AHDQEXAMPLE', ...details })).gaps).toEqual([]);
  expect(read(findingOf(details)).gaps[0]?.what).toContain('no access key');
});
