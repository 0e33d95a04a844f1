import type { Api, ApiCall } from '@firebreak/aws';
import { expect, test } from 'vitest';
import { roleOfInstanceProfile } from './role-of-instance-profile.ts';

const ARN = 'arn:aws:iam::111111111111:instance-profile/apps/web';

function answering(Roles: object[], Arn = ARN): Api & { readonly calls: ApiCall[] } {
  const calls: ApiCall[] = [];
  return {
    calls,
    async call(call) {
      calls.push(call);
      return { InstanceProfile: { Arn, Roles } };
    },
  };
}

test('the role is the one that IAM names, not what the ARN looks like', async () => {
  const api = answering([{ RoleName: 'Deployer' }]);
  expect(await roleOfInstanceProfile(ARN, api)).toBe('Deployer');
  expect(api.calls).toMatchObject([{ input: { InstanceProfileName: 'web' }, account: '111111111111' }]);
  expect(await roleOfInstanceProfile(ARN, answering([]))).toBeUndefined();
});

test('a profile that was made again elsewhere is another one', async () => {
  const api = answering([{ RoleName: 'Deployer' }], ARN.replace('/apps', ''));
  await expect(roleOfInstanceProfile(ARN, api)).rejects.toThrow(
    'is now arn:aws:iam::111111111111:instance-profile/web',
  );
});

test.each(['arn:aws:iam::111111111111:role/web', 'web', ''])('%j is no instance profile', async (arn) => {
  const api = answering([]);
  await expect(roleOfInstanceProfile(arn, api)).rejects.toMatchObject({ name: 'TargetInvalid' });
  expect(api.calls).toEqual([]);
});
