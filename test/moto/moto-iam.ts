import { connect } from '@firebreak/aws';
import { accountBefore } from '../containment/account.ts';
import type { Room } from '../containment/room.ts';
import { freshMoto, MOTO_ACCOUNT, motoUrl, signInToMoto } from './moto-room.ts';

type User = ReturnType<typeof accountBefore>['users'][string];

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

let isMade = false;

/**
 * moto, holding the account that every room holds, but for what it does not have. Emptying moto makes it read AWS's
 * own policies again, which takes seconds; so from the second time on users and roles are only put back.
 */
export async function motoRoom(): Promise<Room> {
  const { users, roles, policies, instanceProfiles } = accountBefore(MOTO_ACCOUNT);
  if (isMade) signInToMoto();
  else {
    await freshMoto();
    for (const [arn, { document: PolicyDocument }] of Object.entries(policies))
      await iamCall('CreatePolicy', { PolicyName: nameOf(arn), PolicyDocument });
    for (const [RoleName, { path: Path, trustPolicy }] of Object.entries(roles))
      await iamCall('CreateRole', { RoleName, Path, AssumeRolePolicyDocument: trustPolicy });
    for (const [InstanceProfileName, { path: Path, role: RoleName = '' }] of Object.entries(
      instanceProfiles,
    )) {
      await iamCall('CreateInstanceProfile', { InstanceProfileName, Path });
      await iamCall('AddRoleToInstanceProfile', { InstanceProfileName, RoleName });
    }
  }
  for (const [name, user] of Object.entries(users)) {
    if (isMade) await removeUser(name, user);
    await makeUser(name, user);
  }
  for (const [RoleName, { trustPolicy: PolicyDocument, inlinePolicies }] of Object.entries(roles)) {
    await iamCall('UpdateAssumeRolePolicy', { RoleName, PolicyDocument });
    for (const PolicyName of await listed('ListRolePolicies', { RoleName }, 'member'))
      await iamCall('DeleteRolePolicy', { RoleName, PolicyName });
    for (const [PolicyName, PolicyDocument] of Object.entries(inlinePolicies))
      await iamCall('PutRolePolicy', { RoleName, PolicyName, PolicyDocument });
  }
  isMade = true;
  return { clients: await connect({}), state: () => stateOf(Object.keys(users)) };
}

/** The values of one element of an answer. */
async function listed(
  action: string,
  input: Readonly<Record<string, string>>,
  name: string,
): Promise<string[]> {
  const values = (await iamCall(action, input)).matchAll(new RegExp(`<${name}>([^<]+)</${name}>`, 'g'));
  return [...values].map(([, value = '']) => value);
}

async function removeUser(UserName: string, { loginProfile, mfaDevices }: User): Promise<void> {
  for (const AccessKeyId of await listed('ListAccessKeys', { UserName }, 'AccessKeyId'))
    await iamCall('DeleteAccessKey', { UserName, AccessKeyId });
  for (const PolicyName of await listed('ListUserPolicies', { UserName }, 'member'))
    await iamCall('DeleteUserPolicy', { UserName, PolicyName });
  for (const PolicyArn of await listed('ListAttachedUserPolicies', { UserName }, 'PolicyArn'))
    await iamCall('DetachUserPolicy', { UserName, PolicyArn });
  for (const SerialNumber of Object.keys(mfaDevices)) {
    await iamCall('DeactivateMFADevice', { UserName, SerialNumber });
    await iamCall('DeleteVirtualMFADevice', { SerialNumber });
  }
  // The test may have removed it.
  if (loginProfile !== undefined) await iamCall('DeleteLoginProfile', { UserName }).catch(() => undefined);
  await iamCall('DeleteUser', { UserName });
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

async function makeUser(UserName: string, user: User): Promise<void> {
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
      VirtualMFADeviceName: nameOf(SerialNumber),
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
