import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect, type FirebreakConfig } from '@firebreak/aws';
import { beforeEach, expect, test, vi } from 'vitest';
import { bucketChecks } from './bucket-checks.ts';
import { runChecks } from './check.ts';
import type { DoctorRoom } from './doctor-room.ts';

const CONFIG: FirebreakConfig = {
  version: 1,
  organisation: { id: 'o-11111111' },
  accounts: [
    { id: '111111111111', name: 'hub', production: false },
    { id: '222222222222', name: 'shop', production: true },
  ],
  regions: { home: 'eu-central-1', all: [] },
  logs: { bucket: 'amzn-s3-demo-bucket', prefix: 'trails/' },
};
const TOP = 'trails/AWSLogs/o-11111111/';

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIARTXV5AHDQEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'fake');
  for (const name of ['AWS_SESSION_TOKEN', 'AWS_PROFILE']) vi.stubEnv(name, undefined);
});

/** What the checks say of a bucket with these keys, one key a page; or of one that answers with a fault. */
async function said(keys: readonly string[] | string): Promise<string[]> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://fake');
    if (typeof keys === 'string')
      return response
        .writeHead(keys === 'NoSuchBucket' ? 404 : 403, { 'content-type': 'application/xml' })
        .end(`<Error><Code>${keys}</Code><Message>no</Message></Error>`);
    return response.writeHead(200, { 'content-type': 'application/xml' }).end(listing(keys, searchParams));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ENDPOINT_URL_S3', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const room: DoctorRoom = {
    config: CONFIG,
    profile: undefined,
    org: undefined,
    notes: new Map(),
    terminal: () => connect({}),
    caller: async () => ({ account: '111111111111', arn: 'arn:aws:iam::111111111111:user/alice' }),
  };
  try {
    const checks = await runChecks(bucketChecks(room), new AbortController().signal);
    return checks.map(({ state, says }) => `${state}: ${says}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function listing(keys: readonly string[], parameters: URLSearchParams): string {
  const prefix = parameters.get('prefix') ?? '';
  const below = keys.filter((key) => key.startsWith(prefix));
  if (parameters.get('delimiter') === null)
    return `<ListBucketResult><KeyCount>${Math.min(1, below.length)}</KeyCount></ListBucketResult>`;
  const folders = [...new Set(below.map((key) => key.slice(0, key.indexOf('/', prefix.length) + 1)))];
  const at = Number(parameters.get('continuation-token') ?? 0);
  const next = at + 1 < folders.length ? `<NextContinuationToken>${at + 1}</NextContinuationToken>` : '';
  const found =
    folders[at] === undefined ? '' : `<CommonPrefixes><Prefix>${folders[at]}</Prefix></CommonPrefixes>`;
  return `<ListBucketResult>${next}${found}</ListBucketResult>`;
}

const log = (account: string) => `${TOP}${account}/CloudTrail/eu-central-1/x.json.gz`;
const digest = (account: string) => `${TOP}${account}/CloudTrail-Digest/eu-central-1/x.json.gz`;

test('logs and digests of every account are in order', async () => {
  const keys = ['111111111111', '222222222222'].flatMap((account) => [log(account), digest(account)]);
  expect(await said(keys)).toEqual([
    `ok: logs of all 2 accounts lie below ${TOP}`,
    'ok: of all 2 accounts that have logs',
  ]);
});

test('accounts without logs or digests are named', async () => {
  expect(await said([log('111111111111')])).toEqual([
    `warning: below ${TOP} are no logs of 222222222222`,
    'warning: none of 111111111111: nothing proves that their log files are as they were delivered',
  ]);
});

test.each([
  [[], `missing: no account has logs below ${TOP}`],
  ['NoSuchBucket', 'missing: there is no bucket amzn-s3-demo-bucket'],
  ['AccessDenied', expect.stringMatching(/^missing: Cannot call s3:ListBucket .*AccessDenied/)],
])('%j is missing', async (keys, says) => {
  expect((await said(keys))[0]).toEqual(says);
});
