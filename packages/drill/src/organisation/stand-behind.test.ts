import { GetUserCommand, IAMClient, ListGroupsCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import { GetObjectCommand, ListBucketsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
  STSServiceException,
} from '@aws-sdk/client-sts';
import { expect, test } from 'vitest';
import { CommandNotSimulated } from '../errors.ts';
import { KEYS, smallOrganisation } from '../testing/small-organisation.ts';
import { standBehind } from './stand-behind.ts';

const UNKNOWN = { id: 'AKIATHPL2AOHCEXAMPLE' };

test('a command that is not simulated fails by its name', async () => {
  const { as } = await smallOrganisation();
  const answer = as('admin').iam.send(new ListGroupsCommand({}));
  await expect(answer).rejects.toThrow(CommandNotSimulated);
  await expect(answer).rejects.toThrow('iam:ListGroups');
  await expect(as('admin').cloudtrail()).rejects.toThrow(CommandNotSimulated);
});

test('an unknown key is refused in the words of each service', async () => {
  const { as } = await smallOrganisation();
  const { iam, sts, s3 } = as(UNKNOWN);
  const refusal = { name: 'InvalidClientTokenId', $fault: 'client', $metadata: { httpStatusCode: 403 } };
  await expect(iam.send(new ListUsersCommand({}))).rejects.toMatchObject(refusal);
  await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject(refusal);
  await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toBeInstanceOf(STSServiceException);
  await expect(s3.send(new ListBucketsCommand({}))).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
});

test('a session past its time is refused', async () => {
  const { as } = await smallOrganisation();
  await expect(as('expired').sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: 'ExpiredToken',
    $metadata: { httpStatusCode: 403 },
  });
});

test('temporary credentials without their token are refused', async () => {
  const { organisation } = await smallOrganisation();
  const client = new IAMClient({
    region: 'us-east-1',
    credentials: { accessKeyId: KEYS.federated, secretAccessKey: 'simulated' },
  });
  standBehind(client, organisation);
  await expect(client.send(new ListUsersCommand({}))).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
});

test('a denial has the words of AWS', async () => {
  const { as } = await smallOrganisation();
  const arn = 'arn:aws:iam::222222222222:user/staff/reader';
  await expect(as('reader').iam.send(new GetUserCommand({ UserName: 'nobody' }))).rejects.toMatchObject({
    name: 'AccessDenied',
    message: `User: ${arn} is not authorized to perform: iam:GetUser on resource: arn:aws:iam::222222222222:user/nobody because no identity-based policy allows the iam:GetUser action`,
    $metadata: { httpStatusCode: 403 },
  });
});

test('a permissions boundary limits what a group allows', async () => {
  const { as } = await smallOrganisation();
  const { iam, s3 } = as('reader');
  await expect(iam.send(new ListUsersCommand({}))).rejects.toThrow(
    'because no permissions boundary allows the iam:ListUsers action',
  );
  await expect(s3.send(new ListObjectsV2Command({ Bucket: 'papers' }))).resolves.toMatchObject({
    KeyCount: 3,
  });
});

test('a federated session may do what its user and its own policy both allow, and no IAM', async () => {
  const { as } = await smallOrganisation();
  const { iam, sts, s3 } = as('federated');
  await expect(sts.send(new GetCallerIdentityCommand({}))).resolves.toMatchObject({
    Arn: 'arn:aws:sts::222222222222:federated-user/guest',
    UserId: '222222222222:guest',
  });
  await expect(s3.send(new ListObjectsV2Command({ Bucket: 'papers' }))).resolves.toBeDefined();
  await expect(s3.send(new GetObjectCommand({ Bucket: 'papers', Key: 'a/1.txt' }))).rejects.toThrow(
    'because no session policy allows the s3:GetObject action',
  );
  await expect(iam.send(new ListUsersCommand({}))).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
});

test('a session token acts as its user, but neither in IAM nor for another token', async () => {
  const { as } = await smallOrganisation();
  const { Credentials } = await as('admin').sts.send(new GetSessionTokenCommand({}));
  const { iam, sts, s3 } = as({ id: Credentials?.AccessKeyId ?? '' });
  await expect(s3.send(new ListBucketsCommand({}))).resolves.toMatchObject({ Buckets: [{ Name: 'papers' }] });
  await expect(iam.send(new ListUsersCommand({}))).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  await expect(sts.send(new GetSessionTokenCommand({}))).rejects.toMatchObject({
    name: 'AccessDenied',
    message: 'Cannot call GetSessionToken with session credentials',
  });
});

test.each([
  ['admin', 'Named', 'allowed'],
  ['visitor', 'Named', 'allowed'],
  ['reader', 'Named', 'AccessDenied'],
  ['admin', 'Closed', 'AccessDenied'],
  ['visitor', 'Closed', 'AccessDenied'],
  ['admin', 'Missing', 'AccessDenied'],
] as const)('AssumeRole by %s of role %s: %s', async (who, role, outcome) => {
  const { as } = await smallOrganisation();
  const RoleArn = `arn:aws:iam::222222222222:role/${role}`;
  const answer = await as(who)
    .sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test' }))
    .then(
      ({ AssumedRoleUser }) => {
        expect(AssumedRoleUser?.Arn).toBe(`arn:aws:sts::222222222222:assumed-role/${role}/test`);
        return 'allowed';
      },
      (error: Error) => error.name,
    );
  expect(answer).toBe(outcome);
});

test('the session of a role reads what the role may read', async () => {
  const { as, organisation } = await smallOrganisation();
  const { Credentials } = await as('admin').sts.send(
    new AssumeRoleCommand({
      RoleArn: 'arn:aws:iam::222222222222:role/Named',
      RoleSessionName: 'test',
      DurationSeconds: 900,
    }),
  );
  expect(Credentials?.Expiration).toEqual(new Date('2026-01-02T00:15:00Z'));
  const { s3 } = as({ id: Credentials?.AccessKeyId ?? '' });
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'papers', Key: 'b/3.txt' }));
  expect(await Body?.transformToString()).toBe('three');
  await expect(s3.send(new ListBucketsCommand({}))).rejects.toMatchObject({ name: 'AccessDenied' });
  expect(organisation.changes()).toMatchObject([
    { operation: 'sts:AssumeRole', caller: { accessKeyId: KEYS.admin }, at: '2026-01-02T00:00:00.000Z' },
  ]);
});
