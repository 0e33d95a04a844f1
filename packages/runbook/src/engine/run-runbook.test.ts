import { type Api, CallRefused, NotFound, operationName } from '@firebreak/aws';
import type { JournalEntry } from '@firebreak/incident';
import { expect, test } from 'vitest';
import { playScript } from '../testing/scripted-run.ts';

const next = { kind: 'continue' } as const;
const approve = { kind: 'approve', how: 'chosen' } as const;
const skip = { kind: 'skip', reason: 'the owner said no' } as const;

const fence = (yaml: string) => `\`\`\`yaml step\n${yaml}\n\`\`\`\n`;
const EVIDENCE = `## Trace\n${fence('trace: AKIARTXV5AHDQEXAMPLE')}`;
const DENY = `${EVIDENCE}## Deny\n${fence('contain: deny-user\naccount: "111111111111"\nwith: { user: build-bot }')}## Prove\n${fence('verify: containments')}`;

/** A user without policies; a put is kept, so that reading back finds it. */
function account(): Api & { readonly calls: string[] } {
  const policies = new Map<string, string>();
  const calls: string[] = [];
  return {
    calls,
    async call(call) {
      calls.push(operationName(call));
      const { PolicyName = '', PolicyDocument = '' } = call.input as Record<string, string>;
      if (call.operation === 'ListUserPolicies') return { PolicyNames: [...policies.keys()] };
      if (call.operation === 'PutUserPolicy') policies.set(PolicyName, PolicyDocument);
      if (call.operation === 'DeleteUserPolicy') {
        policies.delete(PolicyName);
        return {};
      }
      const document = policies.get(PolicyName);
      if (document === undefined) throw new NotFound('Cannot find policy', { remedy: 'Check the name.' });
      return { PolicyDocument: encodeURIComponent(document) };
    },
  };
}

function types(entries: readonly JournalEntry[], prefix: string): string[] {
  return entries.map(({ type }) => type).filter((type) => type.startsWith(prefix));
}

test('a containment is planned, approved, intended, sent, proven, and proven again', async () => {
  const api = account();
  const { end, entries, prompts } = await playScript({
    steps: DENY,
    api,
    answers: [next, approve, next, next],
  });
  expect(end).toBe('done');
  expect(prompts.map(({ kind }) => kind)).toEqual(['read', 'approve', 'read', 'read']);
  expect(
    entries.map(({ type }) => type).filter((type) => /^(containment|call|incident)\./.test(type)),
  ).toEqual([
    'incident.opened',
    'containment.planned',
    'containment.approved',
    'call.intended',
    'call.returned',
    'containment.proven',
    'containment.proven',
    'incident.closed',
  ]);
});

test('no change is sent before the intent is in the journal, and none without an approval', async () => {
  const api = account();
  const { end, entries } = await playScript({ steps: DENY, api, answers: [next, skip, skip] });
  expect(end).toBe('done');
  expect(api.calls).not.toContain('iam:PutUserPolicy');
  expect(types(entries, 'call.')).toEqual([]);
  expect(entries.find(({ type }) => type === 'step.skipped')).toMatchObject({
    step: 'deny',
    reason: skip.reason,
  });
});

test('what cannot be proven is said, and ends as not proven when the responder goes on', async () => {
  const forgetful: Api = {
    call: async ({ operation }) => {
      if (operation === 'PutUserPolicy') return {};
      return operation === 'ListUserPolicies'
        ? { PolicyNames: ['someone-elses'] }
        : { PolicyDocument: '{"Statement":[]}' };
    },
  };
  const steps = DENY.replace('## Prove', '## Later').replace(
    fence('verify: containments'),
    fence('verify: containments\nwhen: finding.none'),
  );
  const run = playScript({ steps, api: forgetful, answers: [next, approve, skip] });
  const { end, entries } = await run;
  expect(end).toBe('not-proven');
  expect(entries.find(({ type }) => type === 'containment.unproven')).toMatchObject({
    why: 'the state is what it was before the change',
  });
});

test('a step that fails stops there; it is tried again, or passed over with a reason', async () => {
  let refusals = 1;
  const api = account();
  const refusing: Api = {
    call: async (call) => {
      if (call.operation === 'ListUserPolicies' && refusals-- > 0)
        throw new CallRefused('Cannot call: AccessDenied', { remedy: 'Sign in.' });
      return api.call(call);
    },
  };
  const { end, prompts } = await playScript({
    steps: DENY,
    api: refusing,
    answers: [next, { kind: 'retry' }, approve, next, next],
  });
  expect(prompts[1]).toMatchObject({ kind: 'failed', why: 'Cannot call: AccessDenied', remedy: 'Sign in.' });
  expect(end).toBe('done');
});

test('a sample finding is never contained', async () => {
  const { prompts, entries } = await playScript({
    steps: DENY,
    api: account(),
    answers: [next, skip, skip],
    finding: { title: '[SAMPLE] x' },
  });
  expect(prompts[1]).toMatchObject({ kind: 'failed', why: expect.stringContaining('sample finding') });
  expect(types(entries, 'call.')).toEqual([]);
});

test('by hand, each call is a line to run, and what is pasted is what was read', async () => {
  const ran = (output: string) => ({ kind: 'ran', output }) as const;
  const answers = [
    next,
    ran('{"Account": "111111111111"}'),
    ran('{"PolicyNames": []}'),
    approve,
    ran(''),
    ran('{"PolicyNames": []}'),
  ];
  const { end, prompts } = await playScript({ steps: DENY, api: 'by-hand', answers });
  expect(end).toBe('stopped');
  expect(
    prompts.flatMap((prompt) =>
      prompt.kind === 'by-hand' ? [prompt.command.split(' ').slice(0, 3).join(' ')] : [],
    ),
  ).toEqual([
    'aws sts get-caller-identity',
    'aws iam list-user-policies',
    'aws iam put-user-policy',
    'aws iam list-user-policies',
  ]);
});

test('a decision leads to its step, and a step whose condition is false does not apply', async () => {
  const steps =
    '## Choose\n- **Not sure** → [Third](#third)\n- **No** → [Second](#second)\n## Second\nx\n## Third\n' +
    `${fence("ask: Who?\nsave: who\nwhen: finding.accountId == '222222222222'")}## Fourth\nTold: {{ finding.accountId }}\n`;
  const { end, entries, prompts } = await playScript({
    steps,
    api: account(),
    answers: [{ kind: 'option', index: 0 }, next],
  });
  expect(end).toBe('done');
  expect(entries.flatMap((entry) => (entry.type === 'step.entered' ? [entry.step] : []))).toEqual([
    'choose',
    'fourth',
  ]);
  expect(prompts[1]).toMatchObject({ step: { prose: 'Told: `111111111111`' } });
});

test('a query without logs fails with what to do about it', async () => {
  const steps = `## Ask\n${fence('query: key-activity\nwith: { access-key: AKIARTXV5AHDQEXAMPLE }')}`;
  const { prompts, end } = await playScript({ steps, api: account(), answers: [skip] });
  expect(prompts[0]).toMatchObject({ kind: 'failed', remedy: expect.stringContaining('--logs DIR') });
  expect(end).toBe('done');
});

test('a value from a log cannot leave its place in the prose', async () => {
  const steps = '## Read\nBy {{ finding.credential.userName }}.\n';
  const finding = { resource: { accessKeyDetails: { userName: '`x` [y](http://z)\n## Deny' } } };
  const { prompts } = await playScript({ steps, api: account(), answers: [next], finding });
  expect(prompts[0]).toMatchObject({ step: { prose: 'By `` `x` [y](http://z)␊## Deny ``.' } });
});

const EACH = `## List\n${fence('ask: Which?\nsave: which')}${EVIDENCE}## Deny\n${fence(
  'contain: deny-user\neach: "[\'a b\', which]"\naccount: "111111111111"\nwith: { user: "{{ item }}" }',
)}## Prove\n${fence('verify: containments')}`;

test('one target that cannot be contained does not keep the others from it', async () => {
  const api = account();
  const text = { kind: 'text', text: 'build-bot' } as const;
  const { end, entries, prompts } = await playScript({
    steps: EACH,
    api,
    answers: [text, next, skip, approve, next, next],
  });
  expect(prompts.map(({ kind }) => kind)).toEqual(['ask', 'read', 'failed', 'approve', 'read', 'read']);
  expect(api.calls.filter((name) => name === 'iam:PutUserPolicy')).toHaveLength(1);
  expect(entries.find(({ type }) => type === 'containment.proven')).toMatchObject({
    step: 'deny/111111111111/build-bot',
  });
  expect(end).toBe('done');
});

test('a containment that took effect and could not be proven is taken up again under its own plan, and undone', async () => {
  let hidden = 2;
  const real = account();
  const late: Api & { readonly calls: string[] } = {
    calls: real.calls,
    call: async (call) => {
      const answer = await real.call(call);
      const hide =
        real.calls.includes('iam:PutUserPolicy') && call.operation === 'ListUserPolicies' && hidden-- > 0;
      return hide ? { PolicyNames: [] } : answer;
    },
  };
  const { end, entries, undone } = await playScript({
    steps: DENY,
    api: late,
    answers: [next, approve, { kind: 'retry' }, next, next],
    thenUndo: true,
  });
  expect(types(entries, 'containment.')).toEqual([
    'containment.planned',
    'containment.approved',
    'containment.unproven',
    'containment.proven',
    'containment.proven',
    'containment.undone',
  ]);
  expect(end).toBe('done');
  expect(undone).toEqual(['Deny everything to user build-bot']);
  expect(late.calls.filter((name) => /Put|Delete/.test(name))).toEqual([
    'iam:PutUserPolicy',
    'iam:DeleteUserPolicy',
  ]);
});

test('a plan that is made again and skipped does not hide the one that was sent', async () => {
  const forgetful: Api = {
    call: async ({ operation }) => (operation === 'PutUserPolicy' ? {} : { PolicyNames: [] }),
  };
  const { end } = await playScript({
    steps: DENY,
    api: forgetful,
    answers: [next, approve, { kind: 'retry' }, skip, skip],
  });
  expect(end).toBe('not-proven');
});

test('containment that was wanted and never applied is no success', async () => {
  const steps = DENY.replace('with: { user: build-bot }', 'with: { user: build-bot }\nwhen: finding.none');
  const { end, prompts } = await playScript({ steps, api: account(), answers: [next, skip] });
  expect(prompts.at(-1)).toMatchObject({
    kind: 'failed',
    why: 'Cannot prove anything: nothing is contained',
  });
  expect(end).toBe('nothing-contained');
});

test('stopping at the question for an input stops', async () => {
  const { end } = await playScript({ steps: '## Read\nx\n', api: account(), answers: [], inputs: true });
  expect(end).toBe('stopped');
});
