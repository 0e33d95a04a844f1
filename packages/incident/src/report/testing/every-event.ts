import type { IncidentEvent, JournalEntry } from '../../event.ts';
import { journalOf } from './journal-of.ts';
import { leakedKey } from './leaked-key.ts';
import { DEACTIVATE, DEPLOY_SESSION } from './leaked-key-plans.ts';

const step = 'deactivate-again';
const plan = { ...DEACTIVATE, hash: '7'.repeat(64) };
const [call] = plan.calls;
if (call === undefined) throw new TypeError('The plan has no call');
const hop = {
  accessKeyId: DEPLOY_SESSION,
  holder: 'none',
  issued: {
    by: 'user build-bot',
    eventName: 'GetSessionToken',
    time: '2026-02-28T03:16:40Z',
    sourceAddress: null,
  },
};

const events: readonly IncidentEvent[] = [
  { type: 'step.entered', step, title: 'Try it again', kind: 'contain' },
  {
    type: 'fact.found',
    step,
    fact: {
      kind: 'lineage',
      title: 'Sessions',
      key: DEPLOY_SESSION,
      hops: [],
      root: 'unknown',
      gaps: [],
      sessions: [hop],
    },
  },
  { type: 'containment.planned', step, plan },
  { type: 'containment.approved', step, plan, hash: '8'.repeat(64), by: 'Dana Okafor', how: 'recommended' },
  { type: 'call.intended', step, purpose: 'apply', call },
  { type: 'call.failed', step, purpose: 'apply', effect: 'unknown', why: 'No answer came' },
  { type: 'containment.unproven', step, observed: plan.before, why: 'The key is still active' },
  { type: 'step.failed', step, why: 'The change is not proven.', remedy: 'Try again.' },
  { type: 'undo.approved', step: 'deactivate', by: 'Dana Okafor', forced: true },
  { type: 'call.intended', step: 'deactivate', purpose: 'undo', call },
  { type: 'call.failed', step: 'deactivate', purpose: 'undo', effect: 'none', why: 'AccessDenied' },
  { type: 'containment.undone', step: 'deactivate', observed: plan.before },
  { type: 'incident.closed', outcome: 'not-proven' },
];

/** A journal that holds at least one event of every type, for tests that look at every field. */
export function everyEvent(): readonly JournalEntry[] {
  const rest = journalOf(
    '2026-03-03T06:00:00Z',
    events.map((event, index) => [index * 5, event]),
  );
  return [...leakedKey(), ...rest];
}
