import { GetRoleCommand, GetUserCommand, ListRolesCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import { GetObjectCommand, ListObjectsV2Command, NoSuchBucket, NoSuchKey } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { smallOrganisation } from '../testing/small-organisation.ts';
import { OPERATIONS } from './catalogue.ts';

test.each(OPERATIONS.map((operation) => [operation.name, operation] as const))(
  '%s is named after its command',
  (name, { Command }) => {
    expect(Command.name).toBe(`${name}Command`);
  },
);

test('GetUser and GetRole show path, boundary, tags and trust', async () => {
  const { as } = await smallOrganisation();
  const { iam } = as('admin');
  const { User } = await iam.send(new GetUserCommand({ UserName: 'reader' }));
  expect(User).toMatchObject({
    Arn: 'arn:aws:iam::222222222222:user/staff/reader',
    Path: '/staff/',
    PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::222222222222:policy/Edge' },
  });
  expect((await iam.send(new GetUserCommand({}))).User?.Tags).toEqual([{ Key: 'team', Value: 'red' }]);
  const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'Closed' }));
  expect(JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ''))).toMatchObject({
    Statement: { Principal: { AWS: ['333333333333'] } },
  });
});

test('lists are sorted, filtered by path and cut into pages', async () => {
  const { as } = await smallOrganisation();
  const { iam, s3 } = as('admin');
  const staff = await iam.send(new ListUsersCommand({ PathPrefix: '/staff/' }));
  expect(staff.Users?.map(({ UserName }) => UserName)).toEqual(['reader']);
  const first = await iam.send(new ListRolesCommand({ MaxItems: 1 }));
  expect(first).toMatchObject({ IsTruncated: true, Roles: [{ RoleName: 'Closed' }] });
  const second = await iam.send(new ListRolesCommand({ MaxItems: 1, Marker: first.Marker }));
  expect(second).toMatchObject({ IsTruncated: false, Roles: [{ RoleName: 'Named' }] });
  const objects = await s3.send(new ListObjectsV2Command({ Bucket: 'papers', Prefix: 'a/', MaxKeys: 1 }));
  expect(objects).toMatchObject({ IsTruncated: true, NextContinuationToken: 'a/1.txt' });
  const rest = await s3.send(
    new ListObjectsV2Command({
      Bucket: 'papers',
      Prefix: 'a/',
      ContinuationToken: objects.NextContinuationToken,
    }),
  );
  expect(rest.Contents?.map(({ Key }) => Key)).toEqual(['a/2.txt']);
});

test('missing buckets and objects throw the exception classes of the SDK', async () => {
  const { as } = await smallOrganisation();
  const { s3 } = as('admin');
  const get = (Bucket: string) => s3.send(new GetObjectCommand({ Bucket, Key: 'none' }));
  await expect(get('nowhere')).rejects.toBeInstanceOf(NoSuchBucket);
  await expect(get('papers')).rejects.toBeInstanceOf(NoSuchKey);
  await expect(as('visitor').s3.send(new ListObjectsV2Command({ Bucket: 'papers' }))).rejects.toThrow(
    'it belongs to another account',
  );
});
