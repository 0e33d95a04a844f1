import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AuthorizationRequest } from './authorization-request.ts';
import { authorize } from './authorize.ts';
import type { Decision } from './decision.ts';
import { PolicyNotUnderstood } from './errors.ts';
import type { PolicySet } from './policy-set.ts';

/** One entry of a file in `cases/`: add one there, no code is needed. */
interface Case {
  readonly name: string;
  /** The page of the AWS documentation that says so. */
  readonly why: string;
  readonly request: AuthorizationRequest;
  readonly policies: PolicySet;
  /** The decision, without its sentence, or the place of what is not understood. */
  readonly expect:
    | Pick<Decision, 'result' | 'decidedBy'>
    | {
        readonly notUnderstood: {
          readonly policy: string;
          readonly statement: string;
          readonly element: string;
        };
      };
}

const CASES = new URL('cases/', import.meta.url);
const FILES = readdirSync(CASES).filter((file) => file.endsWith('.json'));
const casesOf = (file: string): Case[] => JSON.parse(readFileSync(new URL(file, CASES), 'utf8'));

describe.each(FILES)('%s', (file) => {
  test.each(casesOf(file))('authorize(): $name', ({ request, policies, expect: expected }) => {
    if ('notUnderstood' in expected) {
      const { policy, statement, element } = expected.notUnderstood;
      const thrown = catchProblem(() => authorize(request, policies));
      expect(thrown).toMatchObject({ policy, statement, element });
      for (const word of [policy, statement, element]) expect(thrown.message).toContain(word);
      return;
    }
    const { because, ...decision } = authorize(request, policies);
    expect(decision).toEqual(expected);
    expect(because).toMatch(/^[A-Z].*\.$/);
  });
});

test('the cases are many, each with its own name and a page of the AWS documentation', () => {
  const cases = FILES.flatMap(casesOf);
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  for (const { why } of cases) expect(why).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html(#.+)?$/);
});

test('authorize() says which statement decided', () => {
  const request = {
    action: 's3:ListAllMyBuckets',
    resource: '*',
    principal: { arn: 'arn:aws:iam::111111111111:user/mallory', accountId: '111111111111' },
    context: {},
  };
  const deny = {
    name: 'ir-1-deny',
    document: { Statement: { Effect: 'Deny', Action: '*', Resource: '*' } },
  } as const;
  expect(authorize(request, { identity: [deny] }).because).toBe(
    'Statement #1 of the identity policy "ir-1-deny" denies s3:ListAllMyBuckets on *.',
  );
  expect(authorize(request, { identity: [] }).because).toBe(
    'No identity policy allows s3:ListAllMyBuckets on *.',
  );
});

function catchProblem(act: () => unknown): PolicyNotUnderstood {
  try {
    act();
  } catch (error) {
    if (error instanceof PolicyNotUnderstood) return error;
    throw error;
  }
  throw new Error('Nothing was thrown');
}
