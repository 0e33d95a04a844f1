import type { AdviceInput } from '../advice-input.ts';
import { assumed, finding, key, lineage } from './made-input.ts';

export const AKIA = 'AKIARTXV5AHDQEXAMPLE';
export const ASIA = 'ASIARTXV5AHDREXAMPLE';
const ARN = 'arn:aws:iam::111111111111:';
export const role = (name: string, session = 'build') => ({ name, sessionName: session });

/** What comes in, the type that it is, and the actions of firebreak that can be planned at once. */
export const CASES: readonly (readonly [
  name: string,
  input: AdviceInput,
  type: string,
  ready: readonly string[],
])[] = [
  ['a sample', { finding: finding({ type: 'iam-user' }, {}, { sample: true }) }, 'sample-finding', []],
  [
    'an unsigned call',
    { finding: finding({ type: 'anonymous', name: 'ANONYMOUS_PRINCIPAL' }) },
    'anonymous-principal',
    [],
  ],
  [
    'a service-linked role',
    { finding: finding({ type: 'service-linked-role', ...role('AWSServiceRoleForX') }) },
    'service-linked-role',
    [],
  ],
  [
    'a service-linked role by its path',
    {
      identity: {
        type: 'AssumedRole',
        sessionContext: {
          sessionIssuer: { arn: `${ARN}role/aws-service-role/guardduty.amazonaws.com/Guard` },
        },
      },
    },
    'service-linked-role',
    [],
  ],
  [
    'an AWS service',
    { identity: { type: 'AWSService', invokedBy: 'ec2.amazonaws.com' } },
    'service-linked-role',
    [],
  ],
  [
    'root by a finding',
    { finding: finding({ type: 'root' }, { accessKeyId: AKIA, userType: 'Root' }) },
    'root-user',
    [],
  ],
  [
    'a key of root',
    { lineage: lineage({ kind: 'root-user-key', accessKeyId: AKIA }, [key(AKIA)]) },
    'root-user',
    [],
  ],
  [
    'root by userIdentity',
    { identity: { type: 'Root', arn: `${ARN}root`, accessKeyId: AKIA } },
    'root-user',
    [],
  ],
  [
    'AssumeRoot',
    { identity: { type: 'Root', arn: `${ARN}root`, sessionContext: { assumedRoot: 'true' } } },
    'root-session',
    [],
  ],
  [
    'short-term root credentials',
    {
      finding: finding(
        { type: 'root' },
        { userType: 'Root' },
        { type: { name: 'Policy:IAMUser/ShortTermRootCredentialUsage' } },
      ),
    },
    'root-session',
    [],
  ],
  [
    'a key of a user',
    { finding: finding({ type: 'iam-user', name: 'alice' }, { accessKeyId: AKIA }) },
    'iam-user-key',
    [
      'deny-user',
      'deactivate-access-key',
      'deactivate-user-access-keys',
      'deactivate-service-specific-credentials',
      'remove-login-profile',
    ],
  ],
  ['a key alone', { key: AKIA }, 'iam-user-key', []],
  [
    'a session of a user',
    { identity: { type: 'IAMUser', userName: 'alice', arn: `${ARN}user/alice`, accessKeyId: ASIA } },
    'session-token',
    [
      'deny-user',
      'revoke-user-sessions',
      'deactivate-user-access-keys',
      'deactivate-service-specific-credentials',
      'remove-login-profile',
    ],
  ],
  [
    'a federated user',
    {
      identity: {
        type: 'FederatedUser',
        arn: 'arn:aws:sts::111111111111:federated-user/console',
        accessKeyId: ASIA,
        sessionContext: { sessionIssuer: { arn: `${ARN}user/alice`, userName: 'alice' } },
      },
    },
    'federation-token',
    [
      'deny-user',
      'deny-federated-user',
      'deactivate-user-access-keys',
      'deactivate-service-specific-credentials',
      'remove-login-profile',
    ],
  ],
  [
    'a role session',
    { finding: finding({ type: 'assumed-role', ...role('Deployer') }, { accessKeyId: ASIA }) },
    'assumed-role',
    ['revoke-role-sessions', 'deny-session', 'cut-trust'],
  ],
  [
    'a role session with a source identity',
    {
      identity: {
        type: 'AssumedRole',
        arn: 'arn:aws:sts::222222222222:assumed-role/Deployer/build',
        sessionContext: {
          sessionIssuer: { arn: 'arn:aws:iam::222222222222:role/team/Deployer' },
          sourceIdentity: 'alice',
        },
      },
    },
    'assumed-role',
    ['revoke-role-sessions', 'deny-source-identity', 'deny-session', 'cut-trust'],
  ],
  [
    'a role session for which CloudFormation calls',
    {
      identity: {
        type: 'AssumedRole',
        invokedBy: 'cloudformation.amazonaws.com',
        sessionContext: { sessionIssuer: { arn: `${ARN}role/Deployer` } },
      },
    },
    'assumed-role',
    ['revoke-role-sessions', 'cut-trust'],
  ],
  [
    'a role of Identity Center',
    {
      finding: finding({
        type: 'identity-center',
        ...role('AWSReservedSSO_Admin_0123456789abcdef', 'alice'),
      }),
    },
    'identity-center',
    [],
  ],
  [
    'an instance that the finding is about',
    {
      finding: finding(
        { type: 'instance-profile', ...role('Web', 'i-0123456789abcdef0') },
        { accessKeyId: ASIA },
        {
          resources: [{ kind: 'Instance', id: 'i-0123456789abcdef0' }],
        },
      ),
    },
    'instance-profile',
    ['deny-instance-credentials', 'revoke-role-sessions', 'cut-trust'],
  ],
  [
    'an instance whose Region is not known',
    {
      finding: finding(
        { type: 'instance-profile', ...role('Web', 'i-0123456789abcdef0') },
        { accessKeyId: ASIA },
      ),
    },
    'instance-profile',
    ['revoke-role-sessions', 'cut-trust'],
  ],
  [
    'a Lambda function',
    { finding: finding({ type: 'lambda-role', ...role('Fn', 'my-function') }) },
    'workload-role',
    ['revoke-role-sessions', 'cut-trust'],
  ],
  [
    'an ECS task',
    { finding: finding({ type: 'ecs-role', ...role('Task') }) },
    'workload-role',
    ['revoke-role-sessions', 'cut-trust'],
  ],
  [
    'a SAML user',
    {
      lineage: lineage({ kind: 'saml-user', name: 'alice' }, [
        assumed(ASIA, 'AKIA', 'Sso', { eventName: 'AssumeRoleWithSAML', issuedBy: null }),
      ]),
    },
    'federated-role',
    ['revoke-role-sessions', 'deny-session', 'cut-trust'],
  ],
  [
    'a service account of EKS',
    {
      identity: {
        type: 'AssumedRole',
        sessionContext: {
          sessionIssuer: { arn: `${ARN}role/Pod` },
          webIdFederationData: {
            federatedProvider: `${ARN}oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A`,
          },
        },
      },
    },
    'workload-identity',
    ['revoke-role-sessions', 'cut-trust'],
  ],
  ['a bearer token', { key: 'ABIAQAAAAAAAAEXAMPLE' }, 'service-credential', []],
];
