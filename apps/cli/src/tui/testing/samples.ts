import type { Plan } from '@firebreak/containment';
import type { IncidentEvent, JournalEntry } from '@firebreak/incident';
import type {
  ApprovePrompt,
  AskPrompt,
  ByHandPrompt,
  DecidePrompt,
  Prompt,
  PromptedStep,
} from '@firebreak/runbook';

const KEY = 'AKIARTXV5AHD5EXAMPLE';
const SESSION_KEY = 'ASIARTXV5AHD5EXAMPLE';

export const PLAN: Plan = {
  action: 'deactivate-access-key',
  target: { user: 'build-bot', key: KEY },
  account: '111111111111',
  title: `Deactivate access key ${KEY} of user build-bot`,
  before: { UserName: 'build-bot', AccessKeyId: KEY, Status: 'Active', CreateDate: '2026-03-01T09:00:00Z' },
  after: { AccessKeyId: KEY, UserName: 'build-bot', Status: 'Inactive', CreateDate: '2026-03-01T09:00:00Z' },
  calls: [
    {
      service: 'iam',
      operation: 'UpdateAccessKey',
      input: { UserName: 'build-bot', AccessKeyId: KEY, Status: 'Inactive' },
      account: '111111111111',
    },
  ],
  undo: [
    {
      service: 'iam',
      operation: 'UpdateAccessKey',
      input: { UserName: 'build-bot', AccessKeyId: KEY, Status: 'Active' },
      account: '111111111111',
    },
  ],
  stops: ['Every call that is signed with this key, the builds on ci.example.com among them.'],
  doesNotStop: ['Sessions that were made with this key: they live on until they expire or are revoked.'],
  permissions: ['iam:ListAccessKeys', 'iam:UpdateAccessKey'],
  hash: '7d1a54127b222502f5b79b5fb0803061152a44f92b37e23c6527baf665d4da9a',
};

const STEP: PromptedStep = {
  id: 'disable-the-key',
  title: 'Disable the key',
  prose: [
    'The key was used from `203.0.113.7`, which is **not** an address of yours.',
    '',
    '> [!CAUTION]',
    '> Workloads that use this key stop at once. Tell the team that owns them first.',
    '',
    '- It can be turned on again.',
    '- Its sessions live on; the next step deals with *them*.',
  ].join('\n'),
};

export const READ: Prompt = { kind: 'read', step: STEP, ticks: [] };

export const TICKS: Prompt = {
  kind: 'read',
  step: {
    id: 'get-ready',
    title: 'Get ready',
    prose: 'Before you begin:\n\n- [ ] You have told the team\n- [ ] You have a second person',
  },
  ticks: ['You have told the team', 'You have a second person'],
};

export const ASK: AskPrompt = {
  kind: 'ask',
  step: {
    id: 'tell-the-owner',
    title: 'Tell the owner',
    prose: 'The owner has to know before the next build.',
  },
  question: 'Who did you tell, and on which channel?',
  suggestion: 'on-call, #security',
  objection: (answer) => (answer.includes('nobody') ? 'Somebody has to know.' : undefined),
};

export const DECIDE: DecidePrompt = {
  kind: 'decide',
  step: {
    id: 'has-anyone-else',
    title: 'Has anyone else used it?',
    prose:
      'Look at the addresses in the finding above.\n\n- **Yes, or not sure** → [Disable](#disable-the-key)\n- **No** → [Tell](#tell-the-owner)',
  },
  options: [
    { label: 'Yes, or not sure', goto: 'disable-the-key' },
    { label: 'No', goto: 'tell-the-owner' },
    { label: 'It was us, during the test of last Thursday, and there is a ticket for it', goto: 'end' },
  ],
  recommended: 0,
};

export const APPROVE: ApprovePrompt = { kind: 'approve', step: STEP, plan: PLAN };

export const BY_HAND: ByHandPrompt = {
  kind: 'by-hand',
  step: STEP,
  call: {
    service: 'iam',
    operation: 'ListAccessKeys',
    input: { UserName: 'build-bot' },
    account: '111111111111',
  },
  command: 'aws iam list-access-keys --user-name build-bot --output json --no-cli-pager',
  wants: 'output',
};

export const FAILED: Prompt = {
  kind: 'failed',
  step: STEP,
  why: 'AWS refused iam:UpdateAccessKey: AccessDenied',
  remedy: 'Use a role that allows iam:UpdateAccessKey in 111111111111.',
};

/** Events as the journal holds them, a second apart. */
export function entries(events: readonly IncidentEvent[]): readonly JournalEntry[] {
  return events.map((event, at) => ({
    ...event,
    seq: at + 1,
    at: new Date(Date.UTC(2026, 10, 22, 3, 12, at)).toISOString(),
    previous: '0'.repeat(64),
  }));
}

export const OPENING: readonly IncidentEvent[] = [
  {
    type: 'incident.opened',
    incident: '20261122-leaked-key',
    title: 'Leaked IAM access key of build-bot',
    responder: 'mara',
    mode: 'drill',
    finding: {
      id: 'f-1',
      type: 'UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom',
      title: 'Key used from a bad address',
      severity: { value: 8, label: 'High' },
      account: '111111111111',
      region: 'eu-central-1',
      firstSeen: null,
      lastSeen: null,
      accessKeyId: KEY,
      principal: 'build-bot',
      remoteAddress: '203.0.113.7',
      sample: true,
    },
    runbook: { id: 'leaked-key', title: 'Leaked IAM access key', sha256: '0'.repeat(64) },
  },
  { type: 'step.entered', step: 'find-the-owner', title: 'Find the owner of the key', kind: 'query' },
  {
    type: 'fact.found',
    step: 'find-the-owner',
    fact: {
      kind: 'table',
      title: 'Who used the key',
      columns: ['address', 'calls', 'first seen'],
      rows: [
        ['203.0.113.7', 41, '2026-11-22T01:02:03Z'],
        ['203.0.113.20', 3, '2026-11-21T22:00:00Z'],
      ],
      empty: 'Not seen in 90 days',
    },
  },
  { type: 'step.succeeded', step: 'find-the-owner' },
  {
    type: 'step.skipped',
    step: 'ask-the-team',
    title: 'Ask the team whether it was them',
    reason: 'nobody answers',
  },
  { type: 'step.entered', step: 'where-it-came-from', title: 'Where the key came from', kind: 'trace' },
  {
    type: 'fact.found',
    step: 'where-it-came-from',
    fact: {
      kind: 'lineage',
      title: 'Lineage of the session key',
      key: SESSION_KEY,
      root: `user build-bot, ${KEY}`,
      hops: [
        {
          accessKeyId: SESSION_KEY,
          holder: null,
          issued: {
            by: 'build-bot',
            eventName: 'GetSessionToken',
            time: '2026-11-22T00:58:00Z',
            sourceAddress: '203.0.113.7',
          },
        },
      ],
      gaps: ['no delivery between 00:30Z and 00:45Z'],
      sessions: [],
    },
  },
  {
    type: 'step.failed',
    step: 'where-it-came-from',
    why: 'The trail has a gap',
    remedy: 'Read it in Athena.',
  },
  {
    type: 'call.intended',
    step: 'disable-the-key',
    purpose: 'apply',
    call: PLAN.calls[0] ?? {
      service: 'iam',
      operation: 'UpdateAccessKey',
      input: {},
      account: '111111111111',
    },
  },
  { type: 'call.returned', step: 'disable-the-key', purpose: 'apply', answer: {} },
];
