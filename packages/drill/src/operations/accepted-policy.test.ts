import {
  DeleteUserPolicyCommand,
  GetRolePolicyCommand,
  GetUserPolicyCommand,
  LimitExceededException,
  ListUserPoliciesCommand,
  MalformedPolicyDocumentException,
  NoSuchEntityException,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import { smallOrganisation } from '../testing/small-organisation.ts';

const DENY =
  '{ "Version": "2012-10-17",\n "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*" } }';

const denyOf = (length: number) =>
  `{"Version":"2012-10-17","Statement":{"Sid":"${'S'.repeat(length - 85)}","Effect":"Deny","Action":"*","Resource":"*"}}`;

test('a policy comes back URL-encoded and to the character', async () => {
  const { as, organisation } = await smallOrganisation();
  const { iam } = as('admin');
  const before = organisation.accountState('222222222222');
  await iam.send(new PutUserPolicyCommand({ UserName: 'reader', PolicyName: 'deny', PolicyDocument: DENY }));
  const got = await iam.send(new GetUserPolicyCommand({ UserName: 'reader', PolicyName: 'deny' }));
  expect(got.PolicyDocument).toContain('%22Action%22%3A%20%22%2A%22');
  expect(decodeURIComponent(got.PolicyDocument ?? '')).toBe(DENY);
  const listed = await iam.send(new ListUserPoliciesCommand({ UserName: 'reader' }));
  expect(listed).toMatchObject({ PolicyNames: ['deny'], IsTruncated: false });
  await iam.send(new DeleteUserPolicyCommand({ UserName: 'reader', PolicyName: 'deny' }));
  expect(organisation.accountState('222222222222')).toEqual(before);
});

test.each([
  'no json',
  '[]',
  '{"Version":"2012-10-17"}',
  '{"Statement":{"Effect":"deny","Action":"*","Resource":"*"}}',
  '{"Statement":{"Effect":"Deny","Resource":"*"}}',
])('IAM does not take %s for a policy', async (PolicyDocument) => {
  const { as } = await smallOrganisation();
  const put = new PutUserPolicyCommand({ UserName: 'reader', PolicyName: 'deny', PolicyDocument });
  await expect(as('admin').iam.send(put)).rejects.toBeInstanceOf(MalformedPolicyDocumentException);
});

test('the inline policies of a user have 2,048 characters together, without white space', async () => {
  const { as } = await smallOrganisation();
  const { iam } = as('admin');
  const put = (PolicyName: string, PolicyDocument: string) =>
    iam.send(new PutUserPolicyCommand({ UserName: 'reader', PolicyName, PolicyDocument }));
  const full = denyOf(2048 - 100);
  await put('first', `${full.padEnd(3000)}`);
  const room = 2048 - full.length;
  await expect(put('second', denyOf(room + 1 - (denyOf(100).length - 100)))).rejects.toBeInstanceOf(
    LimitExceededException,
  );
  await expect(put('first', denyOf(1900))).resolves.toBeDefined();
});

test('the quota of a role is larger', async () => {
  const { as } = await smallOrganisation();
  const put = (length: number) =>
    as('admin').iam.send(
      new PutRolePolicyCommand({ RoleName: 'Closed', PolicyName: 'deny', PolicyDocument: denyOf(length) }),
    );
  await expect(put(10_000)).resolves.toBeDefined();
  await expect(put(10_300)).rejects.toMatchObject({
    name: 'LimitExceededException',
    message: 'Maximum policy size of 10240 bytes exceeded for role Closed',
  });
});

test('a policy, a user or a role that is not there is named', async () => {
  const { as } = await smallOrganisation();
  const { iam } = as('admin');
  const asks = [
    iam.send(new GetUserPolicyCommand({ UserName: 'reader', PolicyName: 'deny' })),
    iam.send(new DeleteUserPolicyCommand({ UserName: 'constructor', PolicyName: 'deny' })),
    iam.send(new GetRolePolicyCommand({ RoleName: 'Closed', PolicyName: 'toString' })),
  ];
  for (const ask of asks) await expect(ask).rejects.toBeInstanceOf(NoSuchEntityException);
  await expect(asks[0]).rejects.toThrow('The user policy with name deny cannot be found.');
});
