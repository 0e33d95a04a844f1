import {
  AttachUserPolicyCommand,
  CreateLoginProfileCommand,
  DeleteLoginProfileCommand,
  DeleteUserPermissionsBoundaryCommand,
  DetachUserPolicyCommand,
  EntityAlreadyExistsException,
  GetInstanceProfileCommand,
  GetLoginProfileCommand,
  GetUserCommand,
  ListMFADevicesCommand,
  ListServiceSpecificCredentialsCommand,
  MalformedPolicyDocumentException,
  NoSuchEntityException,
  PutUserPermissionsBoundaryCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateServiceSpecificCredentialCommand,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import { smallOrganisation } from '../testing/small-organisation.ts';

const UserName = 'reader';
const DENY_ALL = 'arn:aws:iam::aws:policy/AWSDenyAll';
const EDGE = 'arn:aws:iam::222222222222:policy/Edge';

test('AWSDenyAll can be attached without having been in use; a policy that is not there cannot', async () => {
  const { as, organisation } = await smallOrganisation();
  const { iam } = as('admin');
  const before = organisation.accountState('222222222222');
  const attach = (PolicyArn: string) => iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
  await attach(DENY_ALL);
  await attach(DENY_ALL);
  expect(organisation.accountState('222222222222').users['reader']?.attachedPolicies).toEqual([DENY_ALL]);
  await expect(attach('arn:aws:iam::aws:policy/Nothing')).rejects.toBeInstanceOf(NoSuchEntityException);
  const detach = () => iam.send(new DetachUserPolicyCommand({ UserName, PolicyArn: DENY_ALL }));
  await detach();
  await expect(detach()).rejects.toBeInstanceOf(NoSuchEntityException);
  expect(organisation.accountState('222222222222')).toEqual(before);
});

test('a user has ten managed policies at most', async () => {
  const { as, organisation } = await smallOrganisation();
  await organisation.transact(({ organisation: { accounts } }) => {
    const account = accounts['222222222222'];
    const edge = account?.policies[EDGE];
    for (let index = 0; index < 10; index++) {
      const arn = `arn:aws:iam::222222222222:policy/Team${index}`;
      if (edge !== undefined) Object.assign(account?.policies ?? {}, { [arn]: edge });
      account?.users['reader']?.attachedPolicies.push(arn);
    }
  });
  const attach = new AttachUserPolicyCommand({ UserName, PolicyArn: DENY_ALL });
  await expect(as('admin').iam.send(attach)).rejects.toMatchObject({ name: 'LimitExceededException' });
});

test('a boundary is put and taken away', async () => {
  const { as } = await smallOrganisation();
  const { iam } = as('admin');
  const put = (PermissionsBoundary: string) =>
    iam.send(new PutUserPermissionsBoundaryCommand({ UserName, PermissionsBoundary }));
  await put(DENY_ALL);
  const { User } = await iam.send(new GetUserCommand({ UserName }));
  expect(User?.PermissionsBoundary?.PermissionsBoundaryArn).toBe(DENY_ALL);
  await expect(put('arn:aws:iam::aws:policy/Nothing')).rejects.toBeInstanceOf(NoSuchEntityException);
  const remove = () => iam.send(new DeleteUserPermissionsBoundaryCommand({ UserName }));
  await remove();
  await expect(remove()).rejects.toBeInstanceOf(NoSuchEntityException);
});

test('a console password is set once, and is gone once', async () => {
  const { as } = await smallOrganisation();
  const { iam } = as('admin');
  const create = () =>
    iam.send(new CreateLoginProfileCommand({ UserName, Password: 'x', PasswordResetRequired: true }));
  await create();
  await expect(create()).rejects.toBeInstanceOf(EntityAlreadyExistsException);
  const { LoginProfile } = await iam.send(new GetLoginProfileCommand({ UserName }));
  expect(LoginProfile).toMatchObject({ UserName, PasswordResetRequired: true });
  const remove = () => iam.send(new DeleteLoginProfileCommand({ UserName }));
  await remove();
  await expect(remove()).rejects.toThrow('Login Profile for User reader cannot be found.');
  expect(await iam.send(new ListMFADevicesCommand({ UserName }))).toMatchObject({ MFADevices: [] });
});

test('credentials and profiles that are not there are said to be so', async () => {
  const { as } = await smallOrganisation();
  const { iam } = as('admin');
  const list = await iam.send(new ListServiceSpecificCredentialsCommand({ UserName }));
  expect(list.ServiceSpecificCredentials).toEqual([]);
  const ServiceSpecificCredentialId = 'ACCANOTHINGNOTEXAMPLE';
  const asks = [
    iam.send(
      new UpdateServiceSpecificCredentialCommand({
        UserName,
        ServiceSpecificCredentialId,
        Status: 'Inactive',
      }),
    ),
    iam.send(new GetInstanceProfileCommand({ InstanceProfileName: 'nothing' })),
  ];
  for (const ask of asks) await expect(ask).rejects.toBeInstanceOf(NoSuchEntityException);
});

const allow = (more: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', ...more }],
  });

test.each([
  ['no json', 'Syntax errors'],
  [allow({}), 'Missing required field Principal'],
  [allow({ Principal: '*', Resource: '*' }), 'prohibited field Resource'],
  [allow({ Principal: { AWS: 'AROAGONEGONEGOEXAMPLE' } }), 'Invalid principal in policy'],
])('IAM does not take %s for a trust policy', async (PolicyDocument, message) => {
  const { as } = await smallOrganisation();
  const update = as('admin').iam.send(
    new UpdateAssumeRolePolicyCommand({ RoleName: 'Named', PolicyDocument }),
  );
  await expect(update).rejects.toBeInstanceOf(MalformedPolicyDocumentException);
  await expect(update).rejects.toThrow(message);
});

test('whom a role no longer trusts gets no session', async () => {
  const { as } = await smallOrganisation();
  const assume = () =>
    as('visitor').sts.send(
      new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::222222222222:role/Named', RoleSessionName: 'v1' }),
    );
  await assume();
  const PolicyDocument = allow({ Principal: { AWS: 'arn:aws:iam::222222222222:user/admin' } });
  await as('admin').iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: 'Named', PolicyDocument }));
  await expect(assume()).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('a source identity has to be trusted besides, and stays with the session', async () => {
  const { as, organisation } = await smallOrganisation();
  const assume = () =>
    as('admin').sts.send(
      new AssumeRoleCommand({
        RoleArn: 'arn:aws:iam::222222222222:role/Named',
        RoleSessionName: 'v1',
        SourceIdentity: 'mallory',
      }),
    );
  await expect(assume()).rejects.toMatchObject({ name: 'AccessDenied' });
  const PolicyDocument = allow({
    Principal: { AWS: 'arn:aws:iam::222222222222:user/admin' },
    Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'],
  });
  await as('admin').iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: 'Named', PolicyDocument }));
  const { SourceIdentity, Credentials } = await assume();
  expect(SourceIdentity).toBe('mallory');
  const issued = await organisation.transact(
    ({ organisation: { sessions } }) => sessions[Credentials?.AccessKeyId ?? ''],
  );
  expect(issued).toMatchObject({ sourceIdentity: 'mallory' });
});
