import { expect, test } from 'vitest';
import { ACTIONS } from '../actions.ts';
import { AdviceImpossible } from '../errors.ts';
import type { AdviceInput } from './advice-input.ts';
import { advise } from './advise.ts';
import { ADVICE_RECORDS } from './records.ts';
import { AKIA, ASIA, CASES, role } from './testing/advice-cases.ts';
import { assumed, finding, key, lineage } from './testing/made-input.ts';

test.each(CASES)('%s', (_, input, type, ready) => {
  const { credentials, steps, refusals } = advise(input);
  expect(credentials.map(({ id }) => id)).toEqual([type]);
  expect(credentials[0]?.why).not.toBe('');
  expect(steps.filter(({ available }) => available).map(({ action }) => action)).toEqual(ready);
  const isRefused = ADVICE_RECORDS.find(({ id }) => id === type)?.refusal !== undefined;
  expect(refusals.length).toBe(isRefused ? 1 : 0);
});

test('every type of credential has a case, but chains, which a lineage makes', () => {
  const types = new Set(CASES.map(([, , type]) => type));
  expect(ADVICE_RECORDS.map(({ id }) => id).filter((id) => !types.has(id))).toEqual(['role-chain']);
});

test('what can be planned has the target that its action takes', () => {
  const ready = CASES.flatMap(([, input]) => advise(input).steps).filter(({ available }) => available);
  expect(ready.length).toBeGreaterThan(20);
  for (const { action, target, account } of ready) {
    const fields = Object.entries(ACTIONS.find(({ name }) => name === action)?.target ?? {});
    for (const [field, { pattern }] of fields) expect(target[field]).toMatch(pattern);
    expect(account).toMatch(/^\d{12}$/);
  }
});

test('a sample is refused, whatever a lineage says', () => {
  const advice = advise({
    finding: finding({ type: 'iam-user', name: 'alice' }, { accessKeyId: AKIA }, { sample: true }),
    lineage: lineage({ kind: 'long-term-key', userName: 'alice', accessKeyId: AKIA }, [
      key(AKIA),
      assumed(ASIA, AKIA, 'Deployer'),
    ]),
  });
  expect([advice.steps, advice.open, advice.queries]).toEqual([[], [], []]);
  expect(advice.refusals).toHaveLength(1);
});

test('the key decides about the account, not the finding', () => {
  const input = finding(
    { type: 'assumed-role', ...role('Deployer') },
    { accessKeyId: ASIA, ownerAccountId: '222222222222' },
  );
  const accounts = new Set(
    advise({ finding: input })
      .steps.filter(({ by }) => by === 'firebreak')
      .map(({ account }) => account),
  );
  expect(accounts).toEqual(new Set(['222222222222']));
});

test.each([
  [
    'an old key without an account',
    {
      finding: finding(
        { type: 'iam-user', name: 'alice' },
        { accessKeyId: AKIA, ownerAccountId: undefined },
        { accountId: undefined },
      ),
    },
    'Which account owns',
  ],
  ['a long-term key without a user', { key: AKIA }, 'Which user AKIARTXV5AHDQEXAMPLE belongs to'],
  ['a temporary key alone', { key: ASIA }, 'does not say by itself which role or user'],
  [
    'a federated user without its issuer',
    { finding: finding({ type: 'federated-user', name: 'console' }, { accessKeyId: ASIA }) },
    'Which IAM user issued',
  ],
  [
    'an instance without its Region',
    { finding: finding({ type: 'instance-profile', ...role('Web', 'i-0123456789abcdef0') }) },
    'In which Region',
  ],
  [
    'a finding about an instance',
    {
      finding: finding(
        {},
        {},
        {
          credential: undefined,
          principal: undefined,
          resources: [{ kind: 'Instance', id: 'i-0123456789abcdef0' }],
        },
      ),
    },
    'names no credential',
  ],
])('%s leaves a question, and no step is ready that would need the answer', (_, input: AdviceInput, what) => {
  const { open, steps } = advise(input);
  expect(open.map((question) => question.what).join('\n')).toContain(what);
  for (const { missing, available } of steps) expect(available && missing.length > 0).toBe(false);
});

test('a name that an intruder chose goes into no target and no command', () => {
  const evil = "x'; rm -rf ~; '";
  const { steps } = advise({ finding: finding({ type: 'iam-user', name: evil }, { accessKeyId: AKIA }) });
  expect(JSON.stringify(steps)).not.toContain('rm -rf');
  expect(steps.every(({ available }) => !available)).toBe(true);
});

test('nothing to advise on is an error', () => {
  expect(() => advise({})).toThrow(AdviceImpossible);
});
