import type { ApiAnswer } from '@firebreak/aws';

type Send = (operation: string, input: Readonly<Record<string, unknown>>) => Promise<ApiAnswer>;

/** One action on one target of the account, and what somebody else does between the plan and its approval. */
export interface ActionCase {
  readonly action: string;
  readonly what: string;
  readonly target: Readonly<Record<string, string>>;
  /** A part of the plan's calls: which way was taken. */
  readonly calls: readonly string[];
  readonly interfere: (send: Send, plan: { readonly before: unknown }) => Promise<unknown>;
}

const ALLOW =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}';
const NOBODY_ELSE =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}';

/** Puts another policy where the plan found none. */
const putInto = (owner: 'User' | 'Role', name: string) => (send: Send, plan: { readonly before: unknown }) =>
  send(`Put${owner}Policy`, {
    [`${owner}Name`]: name,
    PolicyName: (plan.before as { policyName: string }).policyName,
    PolicyDocument: ALLOW,
  });
const cutBySomebody = (send: Send) =>
  send('UpdateAssumeRolePolicy', { RoleName: 'Deployer', PolicyDocument: NOBODY_ELSE });

/** Every action, each way of those that have several. */
export function actionCases(account: string, activeKey: string): readonly ActionCase[] {
  const deactivate = (send: Send) =>
    send('UpdateAccessKey', { UserName: 'build-bot', AccessKeyId: activeKey, Status: 'Inactive' });
  return [
    {
      action: 'deny-user',
      what: 'inline',
      target: { user: 'build-bot' },
      calls: ['PutUserPolicy'],
      interfere: putInto('User', 'build-bot'),
    },
    {
      action: 'deny-user',
      what: 'by AWSDenyAll',
      target: { user: 'full' },
      calls: ['AttachUserPolicy'],
      interfere: (send) =>
        send('AttachUserPolicy', { UserName: 'full', PolicyArn: 'arn:aws:iam::aws:policy/AWSDenyAll' }),
    },
    {
      action: 'deny-user',
      what: 'by a boundary in the place of another',
      target: { user: 'crowded' },
      calls: ['PutUserPermissionsBoundary'],
      interfere: (send) => send('DeleteUserPermissionsBoundary', { UserName: 'crowded' }),
    },
    {
      action: 'deny-user',
      what: 'by a first boundary',
      target: { user: 'unbounded' },
      calls: ['PutUserPermissionsBoundary'],
      interfere: (send) => send('DeleteUserPolicy', { UserName: 'unbounded', PolicyName: 'Large' }),
    },
    {
      action: 'deactivate-access-key',
      what: 'one',
      target: { user: 'build-bot', key: activeKey },
      calls: ['UpdateAccessKey'],
      interfere: deactivate,
    },
    {
      action: 'deactivate-user-access-keys',
      what: 'all',
      target: { user: 'build-bot' },
      calls: ['UpdateAccessKey'],
      interfere: deactivate,
    },
    {
      action: 'deactivate-service-specific-credentials',
      what: 'all',
      target: { user: 'build-bot' },
      calls: ['UpdateServiceSpecificCredential', 'UpdateServiceSpecificCredential'],
      interfere: (send) =>
        send('UpdateServiceSpecificCredential', {
          UserName: 'build-bot',
          ServiceSpecificCredentialId: 'ACCABUILDBOTCODEEXAMPLE',
          Status: 'Inactive',
        }),
    },
    {
      action: 'remove-login-profile',
      what: 'a password',
      target: { user: 'build-bot' },
      calls: ['DeleteLoginProfile'],
      interfere: (send) => send('DeleteLoginProfile', { UserName: 'build-bot' }),
    },
    {
      action: 'revoke-user-sessions',
      what: 'of a user',
      target: { user: 'build-bot' },
      calls: ['PutUserPolicy'],
      interfere: putInto('User', 'build-bot'),
    },
    {
      action: 'deny-federated-user',
      what: 'of a user',
      target: { user: 'build-bot', federated_user: 'visitor' },
      calls: ['PutUserPolicy'],
      interfere: putInto('User', 'build-bot'),
    },
    {
      action: 'cut-trust',
      what: 'to nobody',
      target: { role: 'Deployer', keep: 'nobody' },
      calls: ['UpdateAssumeRolePolicy'],
      interfere: cutBySomebody,
    },
    {
      action: 'cut-trust',
      what: 'to one',
      target: { role: 'Deployer', keep: `arn:aws:iam::${account}:user/ci/build-bot` },
      calls: ['UpdateAssumeRolePolicy'],
      interfere: (send) =>
        send('UpdateAssumeRolePolicy', {
          RoleName: 'Deployer',
          PolicyDocument: NOBODY_ELSE.replace(
            '"Service":"ec2.amazonaws.com"',
            `"AWS":"arn:aws:iam::${account}:root"`,
          ),
        }),
    },
    {
      action: 'revoke-role-sessions',
      what: 'for the first time',
      target: { role: 'Deployer' },
      calls: ['PutRolePolicy'],
      interfere: putInto('Role', 'Deployer'),
    },
    {
      action: 'revoke-role-sessions',
      what: 'once more',
      target: { role: 'Revoked' },
      calls: ['PutRolePolicy'],
      interfere: putInto('Role', 'Revoked'),
    },
    {
      action: 'deny-session',
      what: 'of a role',
      target: { role: 'Deployer', session: 'intruder' },
      calls: ['PutRolePolicy'],
      interfere: putInto('Role', 'Deployer'),
    },
    {
      action: 'deny-source-identity',
      what: 'of a role',
      target: { role: 'Deployer', source_identity: 'mallory' },
      calls: ['PutRolePolicy'],
      interfere: putInto('Role', 'Deployer'),
    },
    {
      action: 'deny-instance-credentials',
      what: 'of a role',
      target: {
        role: 'Deployer',
        instance: `arn:aws:ec2:eu-central-1:${account}:instance/i-0123456789abcdef0`,
      },
      calls: ['PutRolePolicy'],
      interfere: putInto('Role', 'Deployer'),
    },
  ];
}
