// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of policies look the same
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Statement } from '../policy-document.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { authorize } from './authorize.ts';
import type { PolicySet } from './policy-set.ts';

const ACCOUNT = '111111111111';
const CALLERS = [
  'iam::111111111111:user/mallory',
  'sts::111111111111:assumed-role/Deployer/ci',
  'iam::111111111111:root',
];
const ACTIONS = ['s3:GetObject', 's3:PutObject', 'iam:CreateUser', 'kms:Decrypt'];
const PATTERNS = ['*', 's3:*', 's3:Get*', 'IAM:create?ser', 'kms:Decrypt'];
const RESOURCES = [
  'arn:aws:s3:::ledger/a',
  'arn:aws:iam::111111111111:user/eve',
  'arn:aws:kms:eu-west-1:111111111111:key/k',
];
const PATTERNS_OF_RESOURCES = [
  '*',
  'arn:aws:s3:::ledger/*',
  'arn:aws:iam::111111111111:user/${aws:username}',
];
const CONDITIONS = [
  { Bool: { 'aws:SecureTransport': 'true' } },
  { DateLessThan: { 'aws:TokenIssueTime': '2026-01-01T00:00:00Z' } },
  { StringNotEquals: { 'aws:username': ['mallory', 'eve'] } },
  { 'ForAllValues:StringLike': { 'aws:TagKeys': 'a*' } },
  { Null: { 'aws:TokenIssueTime': 'true' } },
];

const request: fc.Arbitrary<AuthorizationRequest> = fc.record({
  action: fc.constantFrom(...ACTIONS),
  resource: fc.constantFrom(...RESOURCES),
  principal: fc.constantFrom(...CALLERS).map((rest) => ({ arn: `arn:aws:${rest}`, accountId: ACCOUNT })),
  context: fc.record(
    {
      'aws:SecureTransport': fc.boolean(),
      'aws:TokenIssueTime': fc.constantFrom('2025-06-01T00:00:00Z', '2026-06-01T00:00:00Z'),
      'aws:TagKeys': fc.array(fc.constantFrom('apple', 'birch')),
    },
    { requiredKeys: [] },
  ),
});

const statement = (
  effect: fc.Arbitrary<'Allow' | 'Deny'>,
  extra: Partial<Statement> = {},
): fc.Arbitrary<Statement> =>
  fc
    .record({
      Effect: effect,
      actions: fc.uniqueArray(fc.constantFrom(...PATTERNS), { minLength: 1, maxLength: 3 }),
      notAction: fc.boolean(),
      Resource: fc.constantFrom(...PATTERNS_OF_RESOURCES),
      Condition: fc.option(fc.constantFrom<NonNullable<Statement['Condition']>>(...CONDITIONS), {
        nil: undefined,
      }),
    })
    .map(({ actions, notAction, Condition, ...rest }) => ({
      ...rest,
      ...(notAction ? { NotAction: actions } : { Action: actions }),
      ...(Condition && { Condition }),
      ...extra,
    }));

const anyEffect = fc.constantFrom<'Allow' | 'Deny'>('Allow', 'Deny');
const policy = (extra?: Partial<Statement>) =>
  fc.array(statement(anyEffect, extra), { minLength: 1, maxLength: 4 }).map((statements) => ({
    name: 'p',
    document: { Version: '2012-10-17' as const, Statement: statements },
  }));

const policies: fc.Arbitrary<PolicySet> = fc.record(
  {
    identity: fc.array(policy(), { maxLength: 3 }),
    boundary: policy(),
    session: fc.array(policy(), { maxLength: 2 }),
    serviceControl: fc.array(fc.array(policy(), { maxLength: 2 }), { maxLength: 2 }),
    resource: fc
      .constantFrom('*', ACCOUNT, 'arn:aws:iam::111111111111:role/Deployer')
      .chain((AWS) => policy({ Principal: { AWS } })),
  },
  { requiredKeys: ['identity'] },
);

/** The same set after a change to the statements of each of its policies. */
function mapStatements(set: PolicySet, change: (statements: readonly Statement[]) => Statement[]): PolicySet {
  return JSON.parse(JSON.stringify(set), (key, value) => (key === 'Statement' ? change(value) : value));
}

test('authorize() never allows more after a deny is added', () => {
  fc.assert(
    fc.property(request, policies, statement(fc.constant('Deny')), (asked, set, deny) => {
      const added = { name: 'added', document: { Version: '2012-10-17' as const, Statement: deny } };
      fc.pre(authorize(asked, set).result !== 'allowed');
      expect(authorize(asked, { ...set, identity: [...set.identity, added] }).result).not.toBe('allowed');
      expect(authorize(asked, { ...set, session: [...(set.session ?? []), added] }).result).not.toBe(
        'allowed',
      );
      const resource = {
        ...added,
        document: { ...added.document, Statement: { ...deny, Principal: '*' as const } },
      };
      if (set.resource === undefined)
        expect(authorize(asked, { ...set, resource }).result).not.toBe('allowed');
    }),
  );
});

test('authorize() lets an unconditional deny win wherever it stands', () => {
  const Statement = { Sid: 'Stop', Effect: 'Deny', Action: '*', Resource: '*' } as const;
  const stop = { name: 'stop', document: { Statement } };
  fc.assert(
    fc.property(request, policies, (asked, set) => {
      const levels = [...(set.serviceControl ?? []), [stop]];
      expect(authorize(asked, { ...set, serviceControl: levels }).result).toBe('explicitly-denied');
      expect(authorize(asked, { ...set, session: [stop] }).result).toBe('explicitly-denied');
      const isRoot = asked.principal.arn.endsWith(':root');
      if (!isRoot) expect(authorize(asked, { ...set, identity: [stop] }).result).toBe('explicitly-denied');
    }),
  );
});

test('authorize() does not mind the order of statements and policies', () => {
  fc.assert(
    fc.property(request, policies, (asked, set) => {
      const turned = mapStatements(set, (statements) => [...statements].reverse());
      const reversed = { ...turned, identity: [...turned.identity].reverse() };
      expect(authorize(asked, reversed).result).toBe(authorize(asked, set).result);
    }),
  );
});

test('authorize() does not mind the case of actions and condition keys', () => {
  fc.assert(
    fc.property(request, policies, (asked, set) => {
      const entries = Object.entries(asked.context).map(([key, value]) => [key.toUpperCase(), value]);
      const shouted = { ...asked, action: asked.action.toUpperCase(), context: Object.fromEntries(entries) };
      expect(authorize(shouted, set).result).toBe(authorize(asked, set).result);
    }),
  );
});
