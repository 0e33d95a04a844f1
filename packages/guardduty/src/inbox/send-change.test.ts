import { expect, test } from 'vitest';
import { AccessRefused, NoAnswer, RequestRefused } from './errors.ts';
import { archiveFindings, giveFeedback, unarchiveFindings, undoOfChange } from './finding-change.ts';
import { sendFindingChange } from './send-change.ts';
import { fakeGuardDuty } from './testing/fake-guard-duty.ts';

const ID = '0123456789abcdef0123456789abcdef';
const findings = { region: 'eu-west-1', detectorId: 'b1', findingIds: [ID] };

test('a change is a value that says what will be called', () => {
  expect(archiveFindings(findings)).toEqual([
    {
      service: 'guardduty',
      operation: 'ArchiveFindings',
      input: { DetectorId: 'b1', FindingIds: [ID] },
      region: 'eu-west-1',
    },
  ]);
  expect(giveFeedback(findings, 'NOT_USEFUL')).toMatchObject([
    { operation: 'UpdateFindingsFeedback', input: { Feedback: 'NOT_USEFUL' } },
  ]);
});

test('a call takes 50 findings, each once', () => {
  const findingIds = Array.from({ length: 101 }, (_, index) => String(index).padStart(32, '0'));
  const calls = archiveFindings({ ...findings, findingIds: [...findingIds, ...findingIds] });
  expect(calls.map(({ input }) => input.FindingIds.length)).toEqual([50, 50, 1]);
  expect(archiveFindings({ ...findings, findingIds: [] })).toEqual([]);
});

test('archive and unarchive take each other back; feedback has no way back', () => {
  expect(archiveFindings(findings).map(undoOfChange)).toEqual(unarchiveFindings(findings));
  expect(unarchiveFindings(findings).map(undoOfChange)).toEqual(archiveFindings(findings));
  expect(giveFeedback(findings, 'USEFUL').map(undoOfChange)).toEqual([undefined]);
});

test('a change is sent to its region and detector', async () => {
  await using service = await fakeGuardDuty({ 'eu-west-1': { detectors: { b1: [] } } });
  const changes = [
    ...archiveFindings(findings),
    ...unarchiveFindings(findings),
    ...giveFeedback(findings, 'USEFUL', 'seen before'),
  ];
  for (const change of changes) await sendFindingChange(change, service.clientFor);
  expect(service.calls).toEqual([
    { region: 'eu-west-1', path: '/detector/b1/findings/archive', body: { findingIds: [ID] } },
    { region: 'eu-west-1', path: '/detector/b1/findings/unarchive', body: { findingIds: [ID] } },
    {
      region: 'eu-west-1',
      path: '/detector/b1/findings/feedback',
      body: { findingIds: [ID], feedback: 'USEFUL', comments: 'seen before' },
    },
  ]);
});

test.each([
  [403, 'AccessDeniedException', AccessRefused],
  [400, 'BadRequestException', RequestRefused],
  [500, 'InternalServerErrorException', NoAnswer],
] as const)('a change that is answered with %d %s says what is known of it', async (status, name, Class) => {
  await using service = await fakeGuardDuty({ 'eu-west-1': { detectors: {}, fault: () => [status, name] } });
  const [change] = archiveFindings(findings);
  const sending = change && sendFindingChange(change, service.clientFor);
  await expect(sending).rejects.toBeInstanceOf(Class);
  await expect(sending).rejects.toThrow('guardduty:ArchiveFindings in eu-west-1');
});

test('a signal that is aborted already keeps a change from being sent', async () => {
  await using service = await fakeGuardDuty({ 'eu-west-1': { detectors: { b1: [] } } });
  const [change] = archiveFindings(findings);
  const sending =
    change &&
    sendFindingChange(change, service.clientFor, { signal: AbortSignal.abort(new Error('stopped')) });
  await expect(sending).rejects.toThrow('stopped');
  expect(service.calls).toEqual([]);
});
