import { type Lineage, type LineageKey, TrailIndex, traceKey } from '@firebreak/cloudtrail';
import { expect, test } from 'vitest';
import { cellWidth } from '../tui/text/cell-width.ts';
import { lineageLines } from './lineage-lines.ts';

const [USER, FIRST, SECOND, THIRD] = [
  'AKIARTXV5AHDQEXAMPLE',
  'ASIARTXV5AHDREXAMPLE',
  'ASIARTXV5AHDSEXAMPLE',
  'ASIARTXV5AHDTEXAMPLE',
];

function key(accessKeyId: string, issuedBy: string | null, change: Partial<LineageKey> = {}): LineageKey {
  const isIssued = issuedBy !== null;
  return {
    accessKeyId,
    kind: isIssued ? 'temporary' : 'long-term',
    issuedBy,
    eventId: isIssued ? `event-${accessKeyId}` : null,
    eventName: isIssued ? 'AssumeRole' : null,
    time: isIssued ? '2026-09-14T08:00:00Z' : null,
    principalArn: 'arn:aws:iam::111111111111:user/build-bot',
    sessionIssuerArn: isIssued ? 'arn:aws:iam::111111111111:role/Deployer' : null,
    roleName: isIssued ? 'Deployer' : null,
    userName: isIssued ? null : 'build-bot',
    sourceIp: isIssued ? '203.0.113.66' : null,
    userAgent: null,
    account: '111111111111',
    region: isIssued ? 'us-east-1' : null,
    sessionName: isIssued ? 'x' : null,
    sourceIdentity: null,
    sessionCreated: null,
    sharedEventId: null,
    ...change,
  };
}

const forward = [key(FIRST, USER), key(SECOND, FIRST), key(THIRD, USER)];
const lineage: Lineage = {
  key: SECOND,
  chain: [key(USER, null), ...forward.slice(0, 2)],
  root: {
    kind: 'long-term-key',
    name: 'build-bot',
    userName: 'build-bot',
    account: '111111111111',
    accessKeyId: USER,
    provider: null,
    userId: null,
    sourceIdentity: 'alice',
  },
  gaps: [
    {
      kind: 'source-unavailable',
      what: 'A region refused',
      lookup: `Ask again: aws cloudtrail lookup-events --lookup-attributes AttributeKey=ResourceName,AttributeValue=${FIRST} --region eu-west-1`,
      command: `aws cloudtrail lookup-events --lookup-attributes AttributeKey=ResourceName,AttributeValue=${FIRST} --region eu-west-1`,
    },
  ],
  forward,
  roles: [],
  users: [],
};

test('lineageLines() draws the way from the root to the key, and counts the rest', () => {
  expect(lineageLines(lineage, { forward: false, width: 80 })).toEqual([
    'root  long-term access key of user build-bot (account 111111111111, source',
    '      identity alice)',
    `└─ ${USER}  user build-bot in 111111111111`,
    '   │  used by arn:aws:iam::111111111111:user/build-bot',
    `   └─ ${FIRST}  role Deployer in 111111111111`,
    '      │  2026-09-14T08:00:00Z  AssumeRole  in us-east-1 from 203.0.113.66',
    '      │  by arn:aws:iam::111111111111:user/build-bot',
    `      │  session x, event event-${FIRST}`,
    `      └─ ${SECOND}  ← asked for  role Deployer in 111111111111`,
    '            2026-09-14T08:00:00Z  AssumeRole  in us-east-1 from 203.0.113.66',
    '            by arn:aws:iam::111111111111:user/build-bot',
    `            session x, event event-${SECOND}`,
    `${USER} issued 3 keys in all; --forward lists them.`,
    '',
    'gap   A region refused. [source-unavailable]',
    '      Ask again:',
    '        aws cloudtrail lookup-events --lookup-attributes \\',
    `          AttributeKey=ResourceName,AttributeValue=${FIRST} \\`,
    '          --region eu-west-1',
  ]);
});

test('lineageLines() puts the other keys below those that issued them', () => {
  const lines = lineageLines(lineage, { forward: true, width: 80 });
  const heads = lines.filter((line) => /[├└]─/.test(line)).map((line) => line.split('EXAMPLE')[0]);
  expect(heads).toEqual([
    '└─ AKIARTXV5AHDQ',
    '   ├─ ASIARTXV5AHDR',
    '   │  └─ ASIARTXV5AHDS',
    '   └─ ASIARTXV5AHDT',
  ]);
  expect(lines).toContain(`${USER} issued 3 keys in all, shown above.`);
});

test('lineageLines() keeps to the width and obeys nothing in the logs', () => {
  const evil = `\u001b[31mAdmin\u202e ${'long '.repeat(30)}`;
  const deep = Array.from({ length: 9 }, (_, depth) =>
    key(`ASIARTXV5AHDREXAMPLE${depth}`, depth === 0 ? null : `ASIARTXV5AHDREXAMPLE${depth - 1}`, {
      roleName: evil,
      sourceIdentity: evil,
    }),
  );
  const root = { ...lineage.root, name: evil, provider: evil };
  const gaps = [{ ...lineage.gaps[0], kind: 'loop' as const, what: evil, lookup: evil, command: null }];
  const lines = lineageLines(
    { ...lineage, root, chain: deep, forward: deep, gaps },
    { forward: true, width: 80 },
  );
  for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(80);
  for (const active of ['\u001b', '\u202e']) expect(lines.join('\n')).not.toContain(active);
});

test('lineageLines() names a key of which nothing else is known', async () => {
  const unseen = await traceKey(USER, new TrailIndex());
  const [root, node] = lineageLines(unseen, { forward: false, width: 80 });
  expect(root).toBe(`root  ${USER} (account 111111111111)`);
  expect(node).toBe(`└─ ${USER}  ← asked for  account 111111111111`);
});

test('lineageLines() ends where damaged records make a key its own ancestor', () => {
  const loop = [key(FIRST, SECOND), key(SECOND, FIRST)];
  const lines = lineageLines({ ...lineage, chain: loop, forward: loop }, { forward: true, width: 80 });
  expect(lines.filter((line) => /[├└]─/.test(line))).toHaveLength(2);
});

test('lineageLines() keeps names and addresses whole where a chain is deep', () => {
  const deep = Array.from({ length: 7 }, (_, depth) =>
    key(`ASIARTXV5AHDREXAMPLE${depth}`, `ASIARTXV5AHDREXAMPLE${depth - 1}`, {
      principalArn: 'arn:aws:sts::111111111111:assumed-role/NetworkManager/session-64405',
      eventId: 'f6b0f049-3799-42d8-8746-c7fab60f1ba5',
    }),
  );
  const chain = [key(USER, null), ...deep];
  const lines = lineageLines({ ...lineage, chain, forward: deep }, { forward: false, width: 80 });
  expect(lines.slice(-12, -7).map((line) => line.trim())).toEqual([
    '2026-09-14T08:00:00Z  AssumeRole',
    'in us-east-1 from 203.0.113.66',
    'by role NetworkManager in 111111111111,',
    'session session-64405',
    'session x, event f6b0f049-3799-42d8-8746-c7fab60f1ba5',
  ]);
});
