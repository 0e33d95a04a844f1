import { expect, test } from 'vitest';
import { readConfig } from './read-config.ts';

const WHOLE = `version: 1
organisation:
  id: o-11111111
  management: 111111111111
access:
  role: arn:aws:iam::{account}:role/security/FirebreakResponder
  externalId: "1234"
accounts:
  - { id: "111111111111", name: management }
  - { id: 000000000000, name: shop, production: true, role: Responder }
regions: { home: eu-central-1, all: [us-east-1] }
logs: { bucket: amzn-s3-demo-bucket, prefix: trails, since: 2026-01-01 }
athena: { workgroup: forensics, database: security, results: s3://amzn-s3-demo-bucket/athena/, maxScan: 10GB }
guardduty: { administrator: "000000000000" }
firehose: { stream: records }
`;
const LEAST = `version: 1
accounts: [{ id: "111111111111", name: one }]
regions: { home: eu-central-1 }
`;

/** The mistakes of a text, as `line:column: message`. */
function faultsOf(text: string): string[] {
  const read = readConfig(text);
  if (!Array.isArray(read)) throw new Error('there is no mistake');
  return read.map(({ line, column, message }) => `${line}:${column}: ${message}`);
}

test('a whole configuration is read; account ids keep their zeros, with quotes or without', () => {
  expect(readConfig(WHOLE)).toMatchObject({
    organisation: { id: 'o-11111111', management: '111111111111' },
    accounts: [
      { id: '111111111111', production: false },
      { id: '000000000000', production: true, role: 'Responder' },
    ],
    regions: { home: 'eu-central-1', all: ['us-east-1'] },
    logs: { since: '2026-01-01' },
    guardduty: { administrator: '000000000000' },
  });
});

test('accounts and a region are enough', () => {
  expect(readConfig(LEAST)).toEqual({
    version: 1,
    accounts: [{ id: '111111111111', name: 'one', production: false }],
    regions: { home: 'eu-central-1', all: [] },
  });
});

test('all mistakes are told at once, each at its place, in order', () => {
  const text = `version: 1
organization:
  id: o-11111111
accounts:
  - id: 11111
    nmae: one
    production: maybe
  - id: "222222222222"
    name:
regions:
  home: Frankfurt
`;
  expect(faultsOf(text)).toEqual([
    '2:1: unknown key "organization"; did you mean "organisation"?',
    '5:9: accounts.0.id: must be text; put it in quotes',
    '6:5: unknown key "nmae"; did you mean "name"?',
    '7:17: accounts.0.production: must be true or false',
    '9:5: "accounts.1.name" has no value',
    '11:9: regions.home: no region; write one such as eu-central-1',
  ]);
});

test.each([
  ['', ['1:1: the file is empty']],
  ['- 1', ['1:1: must be a mapping of keys']],
  [
    'version: 1\naccounts: [',
    ['2:12: Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ],
  ['version: 1\nversion: 1', ['2:1: Map keys must be unique']],
  [LEAST.replace('version: 1', 'version: 2'), ['1:10: version: must be 1']],
  [LEAST.replace('accounts', 'things'), ['1:1: "accounts" is missing', '2:1: unknown key "things"']],
  [LEAST.replace(/\[.*\]/, '[]'), ['2:1: accounts: must name one account or more']],
])('%j is refused', (text, faults) => {
  expect(faultsOf(text)).toEqual(faults);
});

test.each([
  [
    'o-11111111\n  management: 111111111111',
    'o-11111111\n  management: 111111111112',
    '4:15: organisation.management: 111111111112 is none of the accounts; did you mean 111111111111?',
  ],
  [
    'administrator: "000000000000"',
    'administrator: "222222222222"',
    '14:29: guardduty.administrator: 222222222222 is none of the accounts',
  ],
  [
    '{account}',
    '111111111111',
    '6:9: access.role: the role is of account 111111111111 alone; write {account} instead of its id',
  ],
  [
    'role: Responder',
    'role: "arn:aws:iam::222222222222:role/Responder"',
    '10:61: accounts.1.role: the role is of account 222222222222, and not of 000000000000',
  ],
  [
    'role: Responder',
    'role: ../Responder?',
    '10:61: accounts.1.role: no role; write its name, or an ARN such as arn:aws:iam::{account}:role/FirebreakResponder',
  ],
  [
    '000000000000, name: shop',
    '111111111111, name: management',
    '10:11: accounts.1.id: account 111111111111 stands there twice',
  ],
  ['2026-01-01', '2026-02-30', '12:61: logs.since: there is no such day'],
  ['maxScan: 10GB', 'maxScan: 10', '13:105: athena.maxScan: must be text; put it in quotes'],
  [
    'bucket: amzn-s3-demo-bucket',
    'bucket: s3://amzn-s3-demo-bucket',
    '12:17: logs.bucket: no name of a bucket; leave s3:// out',
  ],
])('%s cannot be %s', (from, to, fault) => {
  expect(faultsOf(WHOLE.replace(from, to))).toContain(fault);
});

test('aliases that would fill the memory are refused', () => {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [at, name] of ['b', 'c', 'd', 'e'].entries())
    lines.push(`${name}: &${name} [${Array(9).fill(`*${'abcd'[at]}`).join(', ')}]`);
  expect(faultsOf(lines.join('\n'))).toEqual(['1:1: too many aliases']);
});
