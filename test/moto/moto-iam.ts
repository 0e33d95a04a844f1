import { connect } from '@firebreak/aws';
import { accountBefore } from '../containment/account.ts';
import type { Room } from '../containment/room.ts';
import { ask, freshMoto, MOTO_ACCOUNT, motoUrl } from './moto-room.ts';

/** What firebreak sends and moto 5.2 does not have. */
export const NOT_IN_MOTO = [
  'DeleteUserPermissionsBoundary',
  'ListServiceSpecificCredentials',
  'PutUserPermissionsBoundary',
  'UpdateServiceSpecificCredential',
] as const;

/** One call of IAM, for what firebreak itself never sends; the answer as it came, without the request's id. */
export async function iamCall(Action: string, input: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await fetch(`${motoUrl()}/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      // moto reads the service out of it, and checks no signature.
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=none',
    },
    body: new URLSearchParams({ Action, Version: '2010-05-08', ...input }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`moto refused ${Action}: ${answer.status} ${text}`);
  return text.replace(/<RequestId>.*?<\/RequestId>/s, '');
}

/** moto, holding the account that every room holds, but for what it does not have. */
export async function motoRoom(): Promise<Room> {
  await freshMoto();
  await ask('/moto-api/config', { iam: { load_aws_managed_policies: true } });
  const { users, roles, policies, instanceProfiles } = accountBefore(MOTO_ACCOUNT);
  for (const [arn, { document: PolicyDocument }] of Object.entries(policies))
    await iamCall('CreatePolicy', { PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyDocument });
  for (const [name, user] of Object.entries(users)) await makeUser(name, user);
  for (const [RoleName, { path: Path, trustPolicy, inlinePolicies }] of Object.entries(roles)) {
    await iamCall('CreateRole', { RoleName, Path, AssumeRolePolicyDocument: trustPolicy });
    for (const [PolicyName, PolicyDocument] of Object.entries(inlinePolicies))
      await iamCall('PutRolePolicy', { RoleName, PolicyName, PolicyDocument });
  }
  for (const [InstanceProfileName, { path: Path, role: RoleName = '' }] of Object.entries(instanceProfiles)) {
    await iamCall('CreateInstanceProfile', { InstanceProfileName, Path });
    await iamCall('AddRoleToInstanceProfile', { InstanceProfileName, RoleName });
  }
  return { clients: await connect({}), state: () => stateOf(Object.keys(users)) };
}

async function makeUser(
  UserName: string,
  user: ReturnType<typeof accountBefore>['users'][string],
): Promise<void> {
  await iamCall('CreateUser', { UserName, Path: user.path });
  for (const [PolicyName, PolicyDocument] of Object.entries(user.inlinePolicies))
    await iamCall('PutUserPolicy', { UserName, PolicyName, PolicyDocument });
  for (const PolicyArn of user.attachedPolicies) await iamCall('AttachUserPolicy', { UserName, PolicyArn });
  for (const { status: Status } of Object.values(user.accessKeys)) {
    const made = await iamCall('CreateAccessKey', { UserName });
    const AccessKeyId = /<AccessKeyId>(\w+)</.exec(made)?.[1] ?? '';
    await iamCall('UpdateAccessKey', { UserName, AccessKeyId, Status });
  }
  if (user.loginProfile !== undefined)
    await iamCall('CreateLoginProfile', { UserName, Password: 'Not-a-secret-1' });
  for (const SerialNumber of Object.keys(user.mfaDevices)) {
    await iamCall('CreateVirtualMFADevice', {
      VirtualMFADeviceName: SerialNumber.slice(SerialNumber.lastIndexOf('/') + 1),
    });
    const codes = { AuthenticationCode1: '123456', AuthenticationCode2: '654321' };
    await iamCall('EnableMFADevice', { UserName, SerialNumber, ...codes });
  }
}

/** All that IAM shows of the account, and of its users what that leaves out. */
async function stateOf(users: readonly string[]): Promise<unknown> {
  const all: Record<string, string> = {
    account: await iamCall('GetAccountAuthorizationDetails', {
      'Filter.member.1': 'User',
      'Filter.member.2': 'Role',
      'Filter.member.3': 'Group',
      'Filter.member.4': 'LocalManagedPolicy',
    }),
  };
  for (const UserName of users) {
    for (const action of ['ListAccessKeys', 'ListMFADevices', 'GetUser'])
      all[`${action} ${UserName}`] = await iamCall(action, { UserName });
    all[`GetLoginProfile ${UserName}`] = await iamCall('GetLoginProfile', { UserName }).catch(
      (error: Error) => (/NoSuchEntity/.test(error.message) ? 'none' : Promise.reject(error)),
    );
  }
  return all;
}
