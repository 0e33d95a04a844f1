import { expect, test } from 'vitest';
import { SavedQueryMalformed } from './errors.ts';
import { parseSavedQuery } from './saved-query.ts';

const FILE = `-- title: Calls made with an access key
-- question: Which calls did this key make?
-- parameter access-key: access-key-id, required
--   The access key that the
--   finding names.
--   example: AKIAIOSFODNN7EXAMPLE
-- parameter since: time, default 90d
--   Start of the window.
--   example: 2026-03-01T00:00:00Z
-- bindings: since.day, since,
--   access-key
-- techniques: T1078.004, T1580
-- finding types:
--   Recon:IAMUser/TorIPCaller,
--   Recon:IAMUser/MaliciousIPCaller.Custom
-- empty: The key made no call.

-- Why? The comment's ? is no placeholder.
SELECT '?' AS mark FROM cloudtrail_logs
WHERE day >= ? AND eventtime >= ? AND useridentity.accesskeyid = ?
`;

test('parseSavedQuery() reads header and statement', () => {
  expect(parseSavedQuery(FILE, 'sql/key-calls.sql')).toEqual({
    name: 'key-calls',
    title: 'Calls made with an access key',
    question: 'Which calls did this key make?',
    parameters: [
      {
        name: 'access-key',
        type: 'access-key-id',
        required: true,
        description: 'The access key that the finding names.',
        example: 'AKIAIOSFODNN7EXAMPLE',
      },
      {
        name: 'since',
        type: 'time',
        required: false,
        default: '90d',
        description: 'Start of the window.',
        example: '2026-03-01T00:00:00Z',
      },
    ],
    bindings: ['since.day', 'since', 'access-key'],
    hunt: [],
    techniques: ['T1078.004', 'T1580'],
    findingTypes: ['Recon:IAMUser/TorIPCaller', 'Recon:IAMUser/MaliciousIPCaller.Custom'],
    empty: 'The key made no call.',
    sql: FILE.slice(FILE.indexOf('-- Why?')).trim(),
    path: 'sql/key-calls.sql',
  });
});

test('parseSavedQuery() reads Windows line ends', () => {
  const windows = parseSavedQuery(FILE.replaceAll('\n', '\r\n'), 'a.sql');
  expect(windows).toEqual(parseSavedQuery(FILE, 'a.sql'));
});

test.each([
  ['-- title: Calls', '-- tilte: Calls', '1:4: unknown header key "tilte"'],
  ['-- title: Calls', '-- title Calls', '1:1: the line is no part of a header'],
  ['--   finding names.', '-- finding names.', '5:1: the line is no part of a header'],
  ['-- empty: The key made no call.\n', '', '16:1: the header has no "empty"'],
  ['-- empty: The key made no call.', '-- empty:', '16:4: "empty" is empty'],
  ['-- question:', '-- title:', '2:4: "title" is given twice'],
  ['-- parameter since:', '-- parameter access-key:', '7:4: "parameter access-key" is given twice'],
  ['parameter since:', 'parameter Since_:', '7:4: "Since_" is no parameter name'],
  ['access-key-id, required', 'access-key-id', '3:26: parameter access-key does not say its type'],
  ['access-key-id, required', 'key, required', '3:26: parameter access-key has the unknown type "key"'],
  ['default 90d', 'default 90 days', '7:35: the default of parameter since must be a time with its zone'],
  ['default 90d', 'default 2026-02-30T00:00:00Z', '7:35: the default of parameter since must be a time'],
  ['example: AKIA', 'example: akia', '6:15: the example of parameter access-key must be an access key id'],
  ['--   example: 2026-03-01T00:00:00Z\n', '', '8:6: parameter since has no example'],
  ['--   Start of the window.\n', '', '7:21: parameter since has no description'],
  ['since.day, since', 'since.hour, since', '10:14: binding "since.hour" names no parameter'],
  ['since.day, since', 'since.day, , since', '10:25: binding "" names no parameter'],
  ['--   access-key\n', '--   since\n', '3:4: parameter access-key is not bound'],
  ['since.day, since,', 'since.day,', '20:66: the statement has 3 "?", but "bindings" has 2'],
  ['--   access-key\n', '--   access-key, since\n', '11:18: the statement has 3 "?", but "bindings" has 4'],
  ['T1078.004', 'T1078.4', '12:16: "T1078.4" is no technique id'],
  ['IAMUser/TorIPCaller,', 'TorIPCaller,', '14:6: "Recon:TorIPCaller" is no finding type'],
  ['accesskeyid = ?', 'accesskeyid = ?;', '20:67: the statement holds a semicolon'],
  ["'?' AS mark", "'? AS mark", "19:8: ' is never closed"],
  [FILE.slice(FILE.indexOf('SELECT')), '', '17:1: there is no statement below the header'],
])('parseSavedQuery() refuses %j turned into %j', (from, to, expected) => {
  const text = FILE.replace(from, to);
  expect(text).not.toBe(FILE);
  expect(faultOf(text)).toContain(expected);
});

test('a malformed query says what is wrong, where, and how to mend it', () => {
  const attempt = () => parseSavedQuery(FILE.replace('title', 'tilte'), 'sql/a.sql');
  expect(attempt).toThrow(
    expect.objectContaining({
      name: 'SavedQueryMalformed',
      message: 'Cannot read saved query: unknown header key "tilte"',
      where: 'sql/a.sql:1:4',
      remedy:
        'Use one of: title, question, bindings, techniques, finding types, empty, window, scope, hunt, parameter <name>.',
    }),
  );
});

function faultOf(text: string): string {
  try {
    parseSavedQuery(text, 'a.sql');
  } catch (error) {
    if (error instanceof SavedQueryMalformed)
      return `${error.where?.replace('a.sql:', '')}: ${error.message.replace('Cannot read saved query: ', '')}`;
    throw error;
  }
  return 'nothing';
}

const SHORT = `-- title: Reads
-- question: Who reads?
-- parameter bucket: text, required
--   The bucket.
--   example: amzn-s3-demo-bucket
-- parameter operations: list, default any
--   The calls.
--   example: GetObject,HeadObject
-- window: 7d
-- scope: account, region
-- hunt: bucket
-- bindings: since.day, until.next-day, account, region, bucket, operations
-- techniques: T1530
-- finding types: Recon:IAMUser/TorIPCaller
-- empty: Nobody.

SELECT 1 FROM cloudtrail_logs WHERE day BETWEEN ? AND ? AND account = ? AND region = ? AND ? = ?
`;

test('window and scope stand for the parameters that most queries share', () => {
  const { parameters, hunt } = parseSavedQuery(SHORT, 'a.sql');
  expect(parameters.map(({ name, type, default: value }) => [name, type, value])).toEqual([
    ['bucket', 'text', undefined],
    ['operations', 'list', 'any'],
    ['since', 'time', '7d'],
    ['until', 'time', 'now'],
    ['account', 'account-id', 'any'],
    ['region', 'region', 'any'],
  ]);
  expect(hunt).toEqual(['bucket']);
});

test.each([
  ['window: 7d', 'window: 7 days', '9:12', 'the window must be'],
  ['scope: account, region', 'scope: account, vpc', '10:20', '"vpc" is no scope'],
  ['hunt: bucket', 'hunt: operations', '11:10', '"operations" is no required parameter'],
  ['scope: account, region', 'scope: account, account', '10:20', '"account" is given twice'],
])('%s must not be %s', (right, wrong, place, message) => {
  expect(() => parseSavedQuery(SHORT.replace(right, wrong), 'a.sql')).toThrow(
    expect.objectContaining({ where: `a.sql:${place}`, message: expect.stringContaining(message) }),
  );
});

test('a byte order mark, as some editors write it, is no part of a query', () => {
  expect(parseSavedQuery(`\uFEFF${FILE}`, 'a.sql')).toEqual(parseSavedQuery(FILE, 'a.sql'));
});
