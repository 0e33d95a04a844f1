import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import { AccountUnknown, DrillStateUnwritable } from '../errors.ts';
import { smallOrganisation } from '../testing/small-organisation.ts';
import { openOrganisation } from './organisation.ts';
import { ORGANISATION } from './organisation-schema.ts';

const PUT = new PutUserPolicyCommand({
  UserName: 'reader',
  PolicyName: 'deny',
  PolicyDocument: '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}',
});

test('a change is on disk before its answer returns', async () => {
  const { as, file } = await smallOrganisation();
  await as('admin').iam.send(PUT);
  const saved = JSON.parse(await readFile(file, 'utf8'));
  expect(saved.organisation.accounts['222222222222'].users.reader.inlinePolicies).toHaveProperty('deny');
  expect(saved.changes).toMatchObject([
    { operation: 'iam:PutUserPolicy', input: { UserName: 'reader', PolicyName: 'deny' } },
  ]);
});

test('a change that cannot be saved has not happened', async () => {
  const { as, file, organisation } = await smallOrganisation();
  const before = organisation.accountState('222222222222');
  await rm(dirname(file), { recursive: true });
  await writeFile(dirname(file), 'in the way');
  await expect(as('admin').iam.send(PUT)).rejects.toThrow(DrillStateUnwritable);
  expect(organisation.accountState('222222222222')).toEqual(before);
  expect(organisation.changes()).toEqual([]);
});

test('calls at the same time do not lose each other', async () => {
  const { as, organisation } = await smallOrganisation();
  const names = ['a', 'b', 'c', 'd'];
  const { iam } = as('admin');
  await Promise.all(
    names.map((PolicyName) => iam.send(new PutUserPolicyCommand({ ...PUT.input, PolicyName }))),
  );
  const { users } = organisation.accountState('222222222222');
  expect(Object.keys(users['reader']?.inlinePolicies ?? {})).toEqual(names);
  expect(organisation.changes()).toHaveLength(4);
});

test('an opened file counts more than the initial state', async () => {
  const { as, file, organisation } = await smallOrganisation();
  await as('admin').iam.send(PUT);
  const empty = ORGANISATION.parse({ id: 'o-11111111', accounts: {} });
  const again = await openOrganisation({ initial: empty, file, start: new Date(0) });
  expect(again.accountState('222222222222')).toEqual(organisation.accountState('222222222222'));
  expect(again.changes()).toEqual(organisation.changes());
});

test('an account that is not there is a problem', async () => {
  const { organisation } = await smallOrganisation();
  expect(() => organisation.accountState('999999999999')).toThrow(AccountUnknown);
});
