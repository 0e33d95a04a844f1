import { expect, test } from 'vitest';
import type { IncidentEvent } from '../event.ts';
import { containmentRecords } from './containment-record.ts';
import { journalOf } from './testing/journal-of.ts';
import { DEACTIVATE } from './testing/leaked-key-plans.ts';

const step = 'deactivate';
const plan = DEACTIVATE;
const [call] = plan.calls;
if (call === undefined) throw new TypeError('The plan has no call');

const planned: IncidentEvent = { type: 'containment.planned', step, plan };
const approved: IncidentEvent = {
  type: 'containment.approved',
  step,
  plan,
  hash: plan.hash,
  by: 'Dana Okafor',
  how: 'typed',
};
const intended: IncidentEvent = { type: 'call.intended', step, purpose: 'apply', call };
const returned: IncidentEvent = { type: 'call.returned', step, purpose: 'apply', answer: {} };
const proven: IncidentEvent = { type: 'containment.proven', step, observed: plan.after, how: 'read back' };
const unproven: IncidentEvent = {
  type: 'containment.unproven',
  step,
  observed: plan.before,
  why: 'the key is still active',
};
const undo: readonly IncidentEvent[] = [
  { type: 'undo.approved', step, by: 'Priya Natarajan', forced: true },
  { type: 'call.intended', step, purpose: 'undo', call },
  { type: 'call.returned', step, purpose: 'undo', answer: {} },
];
const undone: IncidentEvent = { type: 'containment.undone', step, observed: plan.before };
const skipped: IncidentEvent = { type: 'step.skipped', step, title: 'Deactivate', reason: 'owner asked' };

function records(events: readonly IncidentEvent[]) {
  return containmentRecords(
    journalOf(
      '2026-03-02T14:00:00Z',
      events.map((event, second) => [second, event]),
    ),
  );
}

test.each([
  ['planned', [planned]],
  ['skipped', [planned, skipped]],
  ['approved', [planned, approved]],
  ['applied', [planned, approved, intended]],
  ['applied', [planned, approved, intended, returned]],
  ['proven', [planned, approved, intended, returned, proven]],
  ['not-proven', [planned, approved, intended, returned, unproven]],
  ['proven', [planned, approved, intended, returned, unproven, proven]],
  ['undoing', [planned, approved, intended, returned, proven, ...undo]],
  ['undone', [planned, approved, intended, returned, proven, ...undo, undone]],
] as const)('containmentRecords() says %s after the last event', (status, events) => {
  const found = records(events);
  expect(found.map((record) => record.status)).toEqual([status]);
});

test('containmentRecords() shows who approved what, how and when', () => {
  expect(records([planned, approved])[0]?.approved).toEqual({
    at: '2026-03-02T14:00:01.000Z',
    by: 'Dana Okafor',
    how: 'typed',
    hash: plan.hash,
  });
});

test('containmentRecords() leaves the outcome of a call open until something is known', () => {
  const failed: IncidentEvent = {
    type: 'call.failed',
    step,
    purpose: 'apply',
    effect: 'none',
    why: 'AccessDenied',
  };
  const outcomes = (events: readonly IncidentEvent[]) =>
    records([planned, approved, ...events]).flatMap(({ calls }) => calls.map(({ outcome }) => outcome));
  expect(outcomes([intended])).toEqual(['unknown']);
  expect(outcomes([intended, returned])).toEqual(['returned']);
  expect(outcomes([intended, failed])).toEqual(['failed']);
  expect(outcomes([intended, { ...failed, effect: 'unknown' }])).toEqual(['unknown']);
  expect(outcomes([intended, { ...failed, effect: 'unknown' }, intended, returned])).toEqual([
    'unknown',
    'returned',
  ]);
});

test('containmentRecords() takes a newer plan while nothing has reached AWS', () => {
  const newer = { ...plan, title: 'newer' };
  const found = records([planned, { ...planned, plan: newer }, approved]);
  expect(found).toHaveLength(1);
  expect(records([planned, skipped, { ...planned, plan: newer }]).map((record) => record.plan.title)).toEqual(
    ['newer'],
  );
});

test('containmentRecords() keeps an applied containment when its step is planned again', () => {
  const found = records([planned, approved, intended, returned, unproven, planned, approved]);
  expect(found.map(({ status, superseded }) => [status, superseded])).toEqual([
    ['not-proven', true],
    ['approved', false],
  ]);
});

test('containmentRecords() undoes what was applied, not what was only planned later', () => {
  const found = records([planned, approved, intended, returned, proven, planned, ...undo, undone]);
  expect(found.map(({ status }) => status)).toEqual(['undone', 'planned']);
  expect(found[0]?.undo).toMatchObject({ by: 'Priya Natarajan', forced: true, observed: plan.before });
});

test('containmentRecords() ignores events of steps that planned nothing', () => {
  expect(records([intended, returned, proven, ...undo, undone])).toEqual([]);
});
