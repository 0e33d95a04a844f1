import { type Api, type ApiCall, byHandApi } from '@firebreak/aws';
import { expect, test } from 'vitest';
import { accessKeysOf } from './access-keys.ts';
import { inlinePolicyState } from './inline-policy-state.ts';
import { ownRole } from './role.ts';

const account = '111111111111';
const policy = { owner: 'User', name: 'build-bot', policyName: 'deny', account } as const;

/** A person who pastes what is written here for an operation. */
function pasting(answers: Readonly<Record<string, string>>): Api {
  return byHandApi(async ({ operation }: ApiCall) => answers[operation], new Set([account]));
}

test('the answer to another command is refused, and neither crashes nor counts as true', async () => {
  const anotherCommand = { name: 'CallRefused', message: expect.stringContaining('to another command') };
  const names = '{"PolicyNames": ["deny"]}';
  const reads = [
    inlinePolicyState(policy, pasting({ ListUserPolicies: names, GetUserPolicy: names })),
    inlinePolicyState(policy, pasting({ ListUserPolicies: '{}' })),
    ownRole('Deployer', account, pasting({ GetRole: '{}' }), 'deny'),
    accessKeysOf('build-bot', account, pasting({ ListAccessKeys: '{}' })),
  ];
  for (const read of reads) await expect(read).rejects.toMatchObject(anotherCommand);
});

test('a list without end is not read for ever', async () => {
  const page = '{"PolicyNames": [], "IsTruncated": true, "Marker": "m"}';
  await expect(inlinePolicyState(policy, pasting({ ListUserPolicies: page }))).rejects.toThrow(
    'it is the page before this one',
  );
});

test.each(['%E0%A4%A', 'not JSON', '[]', ''])('the policy document %j is refused', async (document) => {
  const api: Api = {
    call: async ({ operation }) =>
      operation === 'ListUserPolicies' ? { PolicyNames: ['deny'] } : { PolicyDocument: document },
  };
  await expect(inlinePolicyState(policy, api)).rejects.toMatchObject({
    name: 'CallRefused',
    message: expect.stringContaining('it is no JSON object'),
  });
});
