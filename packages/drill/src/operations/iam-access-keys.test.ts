import {
  CreateAccessKeyCommand,
  GetAccessKeyLastUsedCommand,
  LimitExceededException,
  ListAccessKeysCommand,
  ListUsersCommand,
  NoSuchEntityException,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
import { readAccessKey } from '@firebreak/iam';
import { expect, test } from 'vitest';
import { KEYS, smallOrganisation } from '../testing/small-organisation.ts';

test('UpdateAccessKey turns a key off and on again', async () => {
  const { as, organisation } = await smallOrganisation();
  const { iam } = as('admin');
  const before = organisation.accountState('222222222222');
  const update = { UserName: 'reader', AccessKeyId: KEYS.reader };
  await iam.send(new UpdateAccessKeyCommand({ ...update, Status: 'Inactive' }));
  const { AccessKeyMetadata } = await iam.send(new ListAccessKeysCommand({ UserName: 'reader' }));
  expect(AccessKeyMetadata).toEqual([
    {
      UserName: 'reader',
      AccessKeyId: KEYS.reader,
      Status: 'Inactive',
      CreateDate: new Date('2026-01-01T00:00:00Z'),
    },
  ]);
  await expect(as('reader').iam.send(new ListUsersCommand({}))).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
  });
  await iam.send(new UpdateAccessKeyCommand({ ...update, Status: 'Active' }));
  expect(organisation.accountState('222222222222')).toEqual(before);
});

test('UpdateAccessKey of a key that is not there throws the exception class of the SDK', async () => {
  const { as } = await smallOrganisation();
  const update = new UpdateAccessKeyCommand({
    UserName: 'reader',
    AccessKeyId: KEYS.admin,
    Status: 'Inactive',
  });
  const answer = as('admin').iam.send(update);
  await expect(answer).rejects.toBeInstanceOf(NoSuchEntityException);
  await expect(answer).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    $metadata: { httpStatusCode: 404 },
  });
});

test('CreateAccessKey makes a fake key of the account, and a third one is too many', async () => {
  const { as } = await smallOrganisation();
  const { iam } = as('admin');
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'reader' }));
  expect(AccessKey?.AccessKeyId).toMatch(/EXAMPLE$/);
  expect(readAccessKey(AccessKey?.AccessKeyId ?? '')).toMatchObject({
    accountId: '222222222222',
    kind: 'long-term',
  });
  await expect(iam.send(new CreateAccessKeyCommand({ UserName: 'reader' }))).rejects.toBeInstanceOf(
    LimitExceededException,
  );
});

test('GetAccessKeyLastUsed names the owner and follows the calls', async () => {
  const { as } = await smallOrganisation();
  const { iam } = as('admin');
  const never = await iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: KEYS.reader }));
  expect(never).toMatchObject({ UserName: 'reader', AccessKeyLastUsed: { ServiceName: 'N/A' } });
  const now = await iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: KEYS.admin }));
  expect(now).toMatchObject({
    UserName: 'admin',
    AccessKeyLastUsed: {
      LastUsedDate: new Date('2026-01-02T00:00:00Z'),
      ServiceName: 'iam',
      Region: 'us-east-1',
    },
  });
});

test('ListAccessKeys without a name is about the user who signs', async () => {
  const { as } = await smallOrganisation();
  const { AccessKeyMetadata } = await as('admin').iam.send(new ListAccessKeysCommand({}));
  expect(AccessKeyMetadata?.map(({ AccessKeyId }) => AccessKeyId)).toEqual([KEYS.admin]);
});
