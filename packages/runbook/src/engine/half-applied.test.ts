import { type Api, type AwsProblem, CallRefused, OutcomeUnknown } from '@firebreak/aws';
import { expect, test } from 'vitest';
import { playScript } from '../testing/scripted-run.ts';

const next = { kind: 'continue' } as const;
const approve = { kind: 'approve', how: 'chosen' } as const;
const retry = { kind: 'retry' } as const;
const skip = { kind: 'skip', reason: 'enough for now' } as const;

const STEPS = `## Trace
\`\`\`yaml step
trace: AKIARTXV5AHDQEXAMPLE
\`\`\`
## Keys
\`\`\`yaml step
contain: deactivate-user-access-keys
account: "111111111111"
with: { user: build-bot }
\`\`\`
## Prove
\`\`\`yaml step
verify: containments
\`\`\`
`;
const problem = { remedy: 'Try again.' };

/** Two active keys; the second call that changes one ends in the problem. */
function account(failure: AwsProblem): Api & { readonly keys: Map<string, string>; readonly sent: string[] } {
  const keys = new Map([
    ['AKIARTXV5AHDQEXAMPLE', 'Active'],
    ['AKIARTXV5AHDREXAMPLE', 'Active'],
  ]);
  const sent: string[] = [];
  return {
    keys,
    sent,
    async call({ operation, input }) {
      const { AccessKeyId = '', Status = '' } = input as Record<string, string>;
      if (operation === 'ListAccessKeys')
        return { AccessKeyMetadata: [...keys].map(([id, status]) => ({ AccessKeyId: id, Status: status })) };
      sent.push(AccessKeyId);
      if (sent.length === 2) throw failure;
      keys.set(AccessKeyId, Status);
      return {};
    },
  };
}

test.each([
  ['was refused', new CallRefused('Cannot call: refused', problem)],
  ['had no answer', new OutcomeUnknown('Cannot tell', problem)],
])('what is missing after a call %s is sent under the same approval', async (_, failure) => {
  const api = account(failure);
  const answers = [next, approve, retry, next, next];
  const { end, prompts, entries, undone } = await playScript({ steps: STEPS, api, answers, thenUndo: true });
  expect(end).toBe('done');
  expect(prompts.filter(({ kind }) => kind === 'approve')).toHaveLength(1);
  expect(entries.filter(({ type }) => type === 'containment.proven').length).toBeGreaterThan(0);
  expect(undone).toHaveLength(1);
  expect(new Set(api.keys.values())).toEqual(new Set(['Active']));
});

test('what took effect in part is undone, too', async () => {
  const api = account(new CallRefused('Cannot call: refused', problem));
  const { undone } = await playScript({
    steps: STEPS,
    api,
    answers: [next, approve, skip, skip],
    thenUndo: true,
  });
  expect(undone).toHaveLength(1);
  expect(new Set(api.keys.values())).toEqual(new Set(['Active']));
});
