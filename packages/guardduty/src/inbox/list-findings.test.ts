import { expect, test } from 'vitest';
import type { ClientFor } from './client-for.ts';
import { AccessRefused, GuardDutyNotEnabled, NoAnswer, NoRegionRead, SignInNeeded } from './errors.ts';
import type { InboxFilter } from './inbox-filter.ts';
import type { InboxFinding, InboxProgress } from './inbox-finding.ts';
import { type ListFindingsOptions, listFindings } from './list-findings.ts';
import { fakeGuardDuty } from './testing/fake-guard-duty.ts';
import type { WireFinding } from './testing/fake-region.ts';

const START = Date.UTC(2026, 8, 14, 8);

/** A finding whose id and age in minutes are the given number. */
function finding(age: number, change: Partial<WireFinding> = {}): WireFinding {
  return {
    id: String(age).padStart(32, '0'),
    accountId: '111111111111',
    type: 'Recon:IAMUser/TorIPCaller',
    severity: 5,
    updatedAt: new Date(START - age * 60_000).toISOString(),
    service: { archived: false },
    ...change,
  };
}

function ages(count: number, step: number, first: number): WireFinding[] {
  return Array.from({ length: count }, (_, index) => finding(first + index * step));
}

async function take(clientFor: ClientFor, filter: InboxFilter, options?: ListFindingsOptions) {
  const found: InboxFinding[] = [];
  for await (const item of listFindings(clientFor, filter, options)) found.push(item);
  return found;
}

const ageOf = ({ finding: { Id } }: InboxFinding) => Number(Id);

test('findings of all regions, detectors and pages come newest first', async () => {
  await using service = await fakeGuardDuty({
    'us-east-1': { detectors: { a1: ages(120, 3, 1) } },
    'eu-west-1': { detectors: { b1: ages(70, 3, 2), b2: ages(4, 3, 3) }, pageSize: 20 },
  });
  const progress: InboxProgress[] = [];
  const onProgress = (event: InboxProgress) => progress.push(event);
  const found = await take(service.clientFor, { regions: ['us-east-1', 'eu-west-1'] }, { onProgress });

  expect(found).toHaveLength(194);
  expect(found.map(ageOf)).toEqual(found.map(ageOf).toSorted((a, b) => a - b));
  expect(found[0]).toMatchObject({ region: 'us-east-1', detectorId: 'a1' });
  expect(found[2]).toMatchObject({ region: 'eu-west-1', detectorId: 'b2' });
  expect(progress.filter(({ kind }) => kind !== 'page')).toEqual(
    expect.arrayContaining([
      { kind: 'region-done', region: 'us-east-1', read: 120 },
      { kind: 'region-done', region: 'eu-west-1', read: 74 },
    ]),
  );
  const gets = service.calls.filter(({ path }) => path.endsWith('/get'));
  expect(gets.map(({ body }) => (body['findingIds'] as string[]).length)).toEqual(
    expect.arrayContaining([50, 50, 20, 20, 20, 20, 10, 4]),
  );
});

test('a finding has the shape of GetFindings', async () => {
  await using service = await fakeGuardDuty({ 'us-east-1': { detectors: { a1: [finding(7)] } } });
  expect(await take(service.clientFor, { regions: ['us-east-1'] })).toEqual([
    {
      region: 'us-east-1',
      detectorId: 'a1',
      finding: {
        Id: '00000000000000000000000000000007',
        AccountId: '111111111111',
        Type: 'Recon:IAMUser/TorIPCaller',
        Severity: 5,
        UpdatedAt: '2026-09-14T07:53:00.000Z',
        Service: { Archived: false },
      },
    },
  ]);
});

test('regions that fail are told with the reason, and the others go on', async () => {
  await using service = await fakeGuardDuty({
    'us-east-1': { detectors: { a1: ages(3, 1, 1) } },
    'eu-west-1': { detectors: { b1: ages(3, 1, 1) }, fault: () => [403, 'AccessDeniedException'] },
    'eu-west-2': { detectors: {} },
  });
  const failed: Record<string, unknown> = {};
  const onProgress = (event: InboxProgress) => {
    if (event.kind === 'region-failed') failed[event.region] = event.problem;
  };
  const regions = ['us-east-1', 'eu-west-1', 'eu-west-2', 'ap-east-1'];
  expect(await take(service.clientFor, { regions }, { onProgress })).toHaveLength(3);
  expect(failed['eu-west-1']).toBeInstanceOf(AccessRefused);
  expect(failed['eu-west-1']).toMatchObject({ remedy: expect.stringContaining('guardduty:ListDetectors') });
  expect(failed['eu-west-2']).toBeInstanceOf(GuardDutyNotEnabled);
  expect(failed['ap-east-1']).toBeInstanceOf(SignInNeeded);
});

test('a region that fails in the middle keeps what it gave, and says how much', async () => {
  let lists = 0;
  await using service = await fakeGuardDuty({
    'us-east-1': { detectors: { a1: ages(4, 2, 1) } },
    'eu-west-1': {
      detectors: { b1: ages(9, 2, 2) },
      pageSize: 3,
      fault: (path) =>
        path.endsWith('/findings') && ++lists > 1 ? [500, 'InternalServerErrorException'] : undefined,
    },
  });
  const failed: InboxProgress[] = [];
  const onProgress = (event: InboxProgress) => event.kind === 'region-failed' && failed.push(event);
  const found = await take(service.clientFor, { regions: ['us-east-1', 'eu-west-1'] }, { onProgress });
  expect(found.map(ageOf)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(failed).toEqual([
    { kind: 'region-failed', region: 'eu-west-1', read: 3, problem: expect.any(NoAnswer) },
  ]);
});

test('no region that answers is an error, not an empty inbox', async () => {
  await using service = await fakeGuardDuty({ 'eu-west-2': { detectors: {} } });
  const listing = take(service.clientFor, { regions: ['eu-west-2', 'ap-east-1'] });
  await expect(listing).rejects.toBeInstanceOf(NoRegionRead);
  await expect(listing).rejects.toThrow(/eu-west-2: it has no detector; .*ap-east-1/);
  await expect(take(service.clientFor, { regions: [] })).rejects.toBeInstanceOf(NoRegionRead);
});

test('a call that is throttled once is repeated', async () => {
  let throttled = 0;
  await using service = await fakeGuardDuty({
    'us-east-1': {
      detectors: { a1: ages(3, 1, 1) },
      fault: (path) =>
        path.endsWith('/get') && throttled++ === 0 ? [429, 'TooManyRequestsException'] : undefined,
    },
  });
  expect(await take(service.clientFor, { regions: ['us-east-1'] })).toHaveLength(3);
  expect(throttled).toBe(2);
});

test('a finding that an update pushes onto the next page comes once', async () => {
  const findings = ages(4, 1, 1);
  let lists = 0;
  const fault = (path: string) => {
    if (path.endsWith('/findings') && ++lists === 2) findings.unshift(finding(0));
    return undefined;
  };
  await using service = await fakeGuardDuty({
    'us-east-1': { detectors: { a1: findings }, pageSize: 2, fault },
  });
  expect((await take(service.clientFor, { regions: ['us-east-1'] })).map(ageOf)).toEqual([1, 2, 3, 4]);
});

test('the administrator narrows by account, severity, type, time and archive', async () => {
  const wanted = { accountId: '222222222222', severity: 8, type: 'Impact:IAMUser/AnomalousBehavior' };
  await using service = await fakeGuardDuty({
    'us-east-1': {
      detectors: {
        a1: [
          finding(1, wanted),
          finding(2, { ...wanted, accountId: '333333333333' }),
          finding(3, { ...wanted, severity: 7.9 }),
          finding(4, { ...wanted, type: 'Impact:S3/AnomalousBehavior.Write' }),
          finding(5, { ...wanted, service: { archived: true } }),
          finding(90, wanted),
        ],
      },
    },
  });
  const found = await take(service.clientFor, {
    regions: ['us-east-1', 'us-east-1'],
    accounts: ['222222222222'],
    minimumSeverity: 8,
    types: ['Impact:IAMUser/AnomalousBehavior'],
    since: new Date(START - 3_600_000),
    archived: false,
  });
  expect(found.map(ageOf)).toEqual([1]);
});

test('no more is read than is taken', async () => {
  await using service = await fakeGuardDuty({ 'us-east-1': { detectors: { a1: ages(500, 1, 1) } } });
  expect(await take(service.clientFor, { regions: ['us-east-1'], limit: 60 })).toHaveLength(60);
  expect(await take(service.clientFor, { regions: ['us-east-1'], limit: 0 })).toEqual([]);
  expect(service.calls.map(({ path }) => path)).toEqual([
    '/detector',
    '/detector/a1/findings',
    '/detector/a1/findings/get',
    '/detector/a1/findings',
    '/detector/a1/findings/get',
  ]);
});

test('an aborted listing throws the reason of the signal', async () => {
  await using service = await fakeGuardDuty({ 'us-east-1': { detectors: { a1: ages(200, 1, 1) } } });
  const stop = new AbortController();
  const listing = listFindings(service.clientFor, { regions: ['us-east-1'] }, { signal: stop.signal });
  await listing.next();
  stop.abort(new Error('enough'));
  const rest = async () => {
    for await (const { region } of listing) expect(region).toBe('us-east-1');
  };
  await expect(rest()).rejects.toThrow('enough');
});
