import type { Plan } from '@firebreak/containment';
import type { EvidenceStored, IncidentOpened, JournalEntry, LineageHop } from '../../event.ts';
import { journalOf, type Told } from './journal-of.ts';
import {
  ACCOUNT,
  ADMIN_SESSION,
  DEACTIVATE,
  DEPLOY_SESSION,
  LEAKED_KEY,
  REVOKE_ADMIN,
  REVOKE_DEPLOY,
} from './leaked-key-plans.ts';

const opened: IncidentOpened = {
  type: 'incident.opened',
  incident: '2026-03-02-leaked-access-key-7f3a',
  title: 'Leaked access key of build-bot used from an unknown network',
  responder: 'Dana Okafor',
  mode: 'aws',
  finding: {
    id: '8ec9b1f2a37d4e5f90a1b2c3d4e5f607',
    type: 'UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom',
    title: `API GetCallerIdentity was invoked from an IP address on a custom threat list.`,
    severity: { value: 8, label: 'High' },
    account: ACCOUNT,
    region: 'eu-central-1',
    firstSeen: '2026-02-28T03:17:09Z',
    lastSeen: '2026-03-02T12:48:31Z',
    accessKeyId: ADMIN_SESSION,
    principal: 'role OrganizationAudit, session cli-1740712629',
    remoteAddress: '203.0.113.24',
    sample: false,
  },
  runbook: {
    id: 'leaked-access-key',
    title: 'Leaked IAM access key',
    sha256: '5d1c0e9b7a3f2486c0d1e2f3a4b5968778695a4b3c2d1e0f9a8b7c6d5e4f3021',
  },
  logs: 's3://example-trail-111111111111/AWSLogs',
};

const hops: readonly LineageHop[] = [
  {
    accessKeyId: DEPLOY_SESSION,
    holder: null,
    issued: {
      by: `user build-bot with ${LEAKED_KEY}`,
      eventName: 'AssumeRole',
      time: '2026-02-28T03:16:40Z',
      sourceAddress: '203.0.113.24',
    },
  },
  {
    accessKeyId: ADMIN_SESSION,
    holder: `arn:aws:iam::${ACCOUNT}:role/Deployer`,
    issued: {
      by: `role Deployer, session ${DEPLOY_SESSION}`,
      eventName: 'AssumeRole',
      time: '2026-02-28T03:17:02Z',
      sourceAddress: '203.0.113.24',
    },
  },
];

/** A leaked key, three containments, and a shift that ended in between; closed with everything proven. */
export function leakedKey(): readonly JournalEntry[] {
  return journalOf('2026-03-02T14:03:02Z', [
    [0, opened],
    [1, stored(null, 'evidence/finding.json', 'the finding as GuardDuty delivered it', 6_412)],
    [2, entered('trace', 'Find where the key came from')],
    [9, stored('trace', 'evidence/trace/issuance.json', 'CloudTrail records that issued the keys', 18_330)],
    [
      10,
      found('trace', {
        kind: 'lineage',
        title: `Issuance of ${ADMIN_SESSION}`,
        key: ADMIN_SESSION,
        hops,
        root: `long-term key ${LEAKED_KEY} of user build-bot`,
        gaps: [
          'CloudTrail has no events of eu-west-3 before 2026-02-27: an issuance there would not be seen.',
        ],
        sessions: [],
      }),
    ],
    [10, { type: 'variable.set', step: 'trace', name: 'root_key', value: LEAKED_KEY }],
    [11, { type: 'step.succeeded', step: 'trace' }],
    [11, entered('scope', 'See what the intruder did')],
    [19, stored('scope', 'evidence/scope/calls-by-service.csv', 'query calls-by-service, 90 days', 2_204)],
    [
      20,
      found('scope', {
        kind: 'table',
        title: 'Calls by service from 203.0.113.24',
        columns: ['Service', 'Call', 'Count', 'First', 'Last', 'Refused'],
        rows: CALLS,
        empty: 'No calls.',
      }),
    ],
    [
      21,
      found('scope', {
        kind: 'table',
        title: 'Keys and users that were created',
        columns: ['When', 'Call', 'Made'],
        rows: [],
        empty: 'The intruder created no user, key or role in the 90 days before.',
      }),
    ],
    [22, { type: 'step.succeeded', step: 'scope' }],
    [22, entered('owner', 'Ask the owner')],
    [74, answered('owner', 'Who owns build-bot?', 'platform team, Sam Reyes (sam@example.com)')],
    [96, answered('owner', 'Does production depend on the key?', 'No, builds moved to roles in January')],
    [97, { type: 'step.succeeded', step: 'owner' }],
    ...contained('deactivate', DEACTIVATE, [98, 121, 124, 126], 'typed', 'Dana Okafor'),
    ...contained('revoke-deployer', REVOKE_DEPLOY, [130, 141, 143, 147], 'chosen', 'Dana Okafor'),
    [150, entered('notify', 'Tell the owner of the audit role')],
    [
      163,
      {
        type: 'step.skipped',
        step: 'notify',
        title: 'Tell the owner of the audit role',
        reason: 'On call rota unreachable; told the duty manager by phone instead',
      },
    ],
    [166, entered('revoke-audit', 'Deny older sessions of OrganizationAudit')],
    [170, { type: 'containment.planned', step: 'revoke-audit', plan: REVOKE_ADMIN }],
    [52_400, { type: 'incident.resumed', by: 'Priya Natarajan' }],
    ...contained('revoke-audit', REVOKE_ADMIN, [52_409, 52_431, 52_433, 52_436], 'chosen', 'Priya Natarajan'),
    [
      52_440,
      stored(null, 'evidence/after/credential-report.csv', 'IAM credential report after containment', 9_871),
    ],
    [52_449, { type: 'incident.closed', outcome: 'done' }],
  ]);
}

const CALLS = [
  ['sts', 'GetCallerIdentity', 14, '2026-02-28 03:16:58Z', '2026-03-02 12:48:31Z', 0],
  ['iam', 'ListUsers', 3, '2026-02-28 03:18:20Z', '2026-02-28 03:41:07Z', 0],
  ['iam', 'CreateUser', 2, '2026-02-28 03:19:44Z', '2026-02-28 03:19:51Z', 2],
  ['s3', 'ListBuckets', 6, '2026-02-28 03:22:10Z', '2026-03-02 12:31:02Z', 0],
  ['s3', 'GetObject', 1_284, '2026-02-28 03:22:31Z', '2026-02-28 03:40:55Z', 17],
  ['organizations', 'ListAccounts', 1, '2026-02-28 03:24:00Z', '2026-02-28 03:24:00Z', 0],
];

function entered(step: string, title: string): Told[1] {
  return { type: 'step.entered', step, title, kind: 'any' };
}

function found(step: string, fact: Extract<Told[1], { type: 'fact.found' }>['fact']): Told[1] {
  return { type: 'fact.found', step, fact };
}

function answered(step: string, question: string, answer: string): Told[1] {
  return { type: 'answer.given', step, question, answer };
}

function stored(step: string | null, path: string, what: string, bytes: number): EvidenceStored {
  const digit = (path.length % 16).toString(16);
  return {
    type: 'evidence.stored',
    step,
    path,
    what,
    bytes,
    sha256: `${digit}0a1b2c3d4e5f67`.repeat(5).slice(0, 64),
  };
}

/** Planned, approved, called and proven, each at its second. */
function contained(
  step: string,
  plan: Plan,
  [start, approval, answer, proof]: readonly [number, number, number, number],
  how: 'typed' | 'chosen',
  by: string,
): readonly Told[] {
  const [call] = plan.calls;
  if (call === undefined) throw new TypeError('Cannot tell a containment without a call');
  return [
    [start, entered(step, plan.title)],
    [start, { type: 'containment.planned', step, plan }],
    [approval, { type: 'containment.approved', step, plan, hash: plan.hash, by, how }],
    [approval, { type: 'call.intended', step, purpose: 'apply', call }],
    [answer, { type: 'call.returned', step, purpose: 'apply', answer: {} }],
    [
      proof,
      {
        type: 'containment.proven',
        step,
        observed: plan.after,
        how: 'read back with iam:ListAccessKeys and compared',
      },
    ],
    [proof, { type: 'step.succeeded', step }],
  ];
}
