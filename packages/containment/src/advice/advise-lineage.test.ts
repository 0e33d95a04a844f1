import { expect, test } from 'vitest';
import type { AdviceGapKind } from './advice-input.ts';
import { advise } from './advise.ts';
import { assumed, finding, key, lineage } from './testing/made-input.ts';

const ROOT = 'AKIARTXV5AHDQEXAMPLE';
const [FIRST, SECOND, THIRD, FOURTH] = [
  'ASIARTXV5AHDREXAMPLE',
  'ASIATHPL2AOHAEXAMPLE',
  'ASIARTXV5AHDTEXAMPLE',
  'ASIARTXV5AHDUEXAMPLE',
];
const OTHER = '222222222222';
const USER = { kind: 'long-term-key', name: 'build-bot', userName: 'build-bot', accessKeyId: ROOT } as const;

/** The steps that are always right, as `action target in account`. */
function always(advice: ReturnType<typeof advise>): string[] {
  return advice.steps
    .filter(({ onlyIf }) => onlyIf === undefined)
    .map(({ action, target, account }) => `${action} ${Object.values(target).join(' ')} in ${account}`);
}

test('a chain is contained from the root on, in every account, then what it made for users', () => {
  const advice = advise({
    lineage: lineage(
      USER,
      [
        key(ROOT, { userName: 'build-bot' }),
        assumed(FIRST, ROOT, 'Deployer'),
        assumed(SECOND, FIRST, 'Admin', { account: OTHER }),
      ],
      {
        forward: [
          key('AKIARTXV5AHDVEXAMPLE', { issuedBy: ROOT, eventName: 'CreateAccessKey', userName: 'mallory' }),
          key(THIRD, { issuedBy: ROOT, eventName: 'GetSessionToken', userName: 'build-bot' }),
          assumed(FOURTH, ROOT, 'Deployer', { sessionName: 'other' }),
        ],
      },
    ),
  });
  expect(always(advice)).toEqual([
    'deny-user build-bot in 111111111111',
    'deactivate-user-access-keys build-bot in 111111111111',
    'deactivate-service-specific-credentials build-bot in 111111111111',
    'revoke-role-sessions Deployer in 111111111111',
    'revoke-role-sessions Admin in 222222222222',
    'deny-user mallory in 111111111111',
    'deactivate-user-access-keys mallory in 111111111111',
    'deactivate-service-specific-credentials mallory in 111111111111',
  ]);
  expect(advice.credentials.map(({ id }) => id)).toEqual([
    'iam-user-key',
    'assumed-role',
    'role-chain',
    'session-token',
    'assumed-role',
    'iam-user-key',
  ]);
  expect(advice.steps.map(({ order }) => order)).toEqual(advice.steps.map((_, index) => index + 1));
});

test('a key that was made for a user on the way to the key is contained in its place', () => {
  const made = 'AKIARTXV5AHDVEXAMPLE';
  const advice = advise({
    lineage: lineage(USER, [
      key(ROOT),
      key(made, { issuedBy: ROOT, eventName: 'CreateAccessKey', userName: 'mallory' }),
      assumed(FIRST, made, 'Deployer'),
    ]),
  });
  const places = ['deny-user build-bot', 'deny-user mallory', 'revoke-role-sessions Deployer'].map((step) =>
    always(advice).indexOf(`${step} in 111111111111`),
  );
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('service control policies come before anything in IAM', () => {
  const { steps } = advise({
    lineage: lineage(USER, [key(ROOT), assumed(FIRST, ROOT, 'Deployer')]),
  });
  const phases = steps.map(({ phase }) => phase);
  expect(phases.lastIndexOf('scp')).toBeLessThan(phases.indexOf('deny'));
  expect(phases.filter((phase) => phase === 'scp')).toHaveLength(2);
  expect(phases.indexOf('deny')).toBeLessThan(phases.indexOf('keys'));
  expect(phases.indexOf('keys')).toBeLessThan(phases.indexOf('sign-in'));
  expect(phases.indexOf('sessions')).toBeLessThan(phases.indexOf('trust'));
});

test('a service-linked role in a chain is refused alone', () => {
  const chain = [
    key(ROOT),
    assumed(FIRST, ROOT, 'AWSServiceRoleForSupport', {
      sessionIssuerArn:
        'arn:aws:iam::111111111111:role/aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport',
    }),
  ];
  const advice = advise({ lineage: lineage(USER, chain) });
  expect(advice.refusals.map(({ type }) => type)).toEqual(['service-linked-role']);
  expect(always(advice)[0]).toBe('deny-user build-bot in 111111111111');
  expect(JSON.stringify(advice.steps)).not.toContain('"role":"AWSServiceRoleForSupport"');
});

test('a finding about a key of the lineage adds no second credential', () => {
  const chain = [key(ROOT), assumed(FIRST, ROOT, 'Deployer')];
  const about = finding(
    { type: 'assumed-role', name: 'Deployer', sessionName: 'build' },
    { accessKeyId: FIRST },
  );
  const { credentials } = advise({ finding: about, lineage: lineage(USER, chain) });
  expect(credentials.map(({ id }) => id)).toEqual(['iam-user-key', 'assumed-role']);
});

test('a session that an instance was given is one credential, and what came from it is a chain', () => {
  const session = 'i-0123456789abcdef0';
  const { credentials } = advise({
    lineage: lineage({ kind: 'ec2-instance', name: session, accessKeyId: FIRST }, [
      key(FIRST, {
        roleName: 'Web',
        sessionIssuerArn: 'arn:aws:iam::111111111111:role/Web',
        sessionName: session,
      }),
      assumed(SECOND, FIRST, 'Admin', { account: OTHER }),
    ]),
  });
  expect(credentials.map(({ id }) => id)).toEqual(['instance-profile', 'role-chain']);
});

test.each([
  ['ec2.amazonaws.com', 'instance-profile'],
  ['lambda.amazonaws.com', 'workload-role'],
  ['pods.eks.amazonaws.com', 'workload-identity'],
])('a session that %s has issued is of type %s', (service, type) => {
  const chain = [assumed(FIRST, service, 'Work', { sessionName: 'work' })];
  const { credentials } = advise({ lineage: lineage({ kind: 'aws-service', name: service }, chain) });
  expect(credentials.map(({ id }) => id)).toEqual([type]);
});

test('a caller whose key no record names is contained by its role', () => {
  const chain = [
    assumed(FIRST, 'unknown', 'Deployer', {
      issuedBy: null,
      principalArn: 'arn:aws:sts::222222222222:assumed-role/Caller/shell',
    }),
  ];
  const advice = advise({
    lineage: lineage({ kind: 'unknown' }, chain, {
      roles: [
        { role: 'Caller', account: OTHER },
        { role: 'Deployer', account: '111111111111' },
      ],
    }),
  });
  expect(always(advice)).toContain('revoke-role-sessions Caller in 222222222222');
  expect(always(advice)).toContain('revoke-role-sessions Deployer in 111111111111');
});

test('an unknown root is said, and not guessed', () => {
  const advice = advise({
    lineage: lineage({ kind: 'unknown', name: FIRST, accessKeyId: FIRST }, [key(FIRST)]),
  });
  expect(advice.steps).toEqual([]);
  expect(advice.open[0]?.what).toContain('What the chain begins with is not known');
});

const GAPS: Readonly<Record<AdviceGapKind, true>> = {
  'key-never-seen': true,
  'issuance-not-in-logs': true,
  'beyond-retention': true,
  'other-account': true,
  'console-role-switch': true,
  'console-sign-in': true,
  'caller-without-key': true,
  'service-issued': true,
  'made-by-hand': true,
  'other-credential': true,
  'unexplained-session': true,
  loop: true,
  'source-unavailable': true,
  'account-differs': true,
};

test.each(Object.keys(GAPS) as AdviceGapKind[])(
  'gap %s is said, with what it means and how to close it',
  (kind) => {
    const gaps = [{ kind, what: 'Something is open', lookup: 'Ask: aws x', command: 'aws x' }];
    const { open } = advise({ lineage: lineage(USER, [key(ROOT)], { gaps }) });
    expect(open).toEqual([
      { what: expect.stringMatching(/^Something is open\. [A-Z].{30,}\.$/), how: 'Ask', command: 'aws x' },
    ]);
  },
);

test('the queries get the keys, users and roles of the lineage', () => {
  const { queries } = advise({ lineage: lineage(USER, [key(ROOT), assumed(FIRST, ROOT, 'Deployer')]) });
  const of = (name: string) =>
    queries.filter((query) => query.name === name).map(({ parameters }) => parameters);
  expect(of('key-iam-changes')).toEqual([{ 'access-key': ROOT }, { 'access-key': FIRST }]);
  expect(of('user-temporary-sessions')).toEqual([{ user: 'arn:aws:iam::111111111111:user/build-bot' }]);
  expect(queries.flatMap(({ missing }) => missing)).toEqual([]);
});
