import type { IncidentEvent } from '@firebreak/incident';
import { expect, test } from 'vitest';
import { entries, FAILED, OPENING, PLAN, READ } from '../testing/samples.ts';
import { firstView } from './first-view.ts';
import { reduce } from './reduce.ts';
import type { View } from './view.ts';

const FIRST = firstView({ title: 'Key', briefing: ['It is 03:10.'], resumeCommand: 'firebreak resume' });

function told(events: readonly IncidentEvent[], view: View = FIRST): View {
  return entries(events).reduce((before, happening) => reduce(before, { type: 'told', happening }), view);
}

test('reduce() folds a journal into steps, findings and a feed', () => {
  const view = told(OPENING);
  expect(view.mode).toBe('drill');
  expect(view.at).toBe('2026-11-22 03:12:09Z');
  expect(view.steps.map(({ state, title }) => `${state} ${title}`)).toEqual([
    'done Find the owner of the key',
    'skipped Ask the team whether it was them',
    'failed Where the key came from',
  ]);
  expect(view.facts.map(({ title }) => title)).toEqual(['Who used the key', 'Lineage of the session key']);
  expect(view.feed.filter(({ minor }) => !minor).map(({ word, text }) => `${word}: ${text}`)).toEqual([
    'found: Who used the key: 2 rows',
    'skipped: Ask the team whether it was them: nobody answers',
    expect.stringContaining('found: Lineage of the session key: 1 issuance back to user build-bot'),
    'failed: The trail has a gap',
    'called: iam:UpdateAccessKey: AWS took it',
  ]);
});

test('reduce() says it loudly when a containment is not proven', () => {
  const view = told([{ type: 'containment.unproven', step: 'x', observed: null, why: 'still Active' }]);
  expect(view.feed.at(-1)).toMatchObject({ word: 'unproven', tone: 'bad', text: 'x: still Active' });
});

test('reduce() names what was proven, and says it once', () => {
  const proven = { type: 'containment.proven', step: 'x', observed: null, how: 'read back' } as const;
  const view = told([{ type: 'containment.planned', step: 'x', plan: PLAN }, proven, proven]);
  const [, first, second] = view.feed;
  expect(first).toMatchObject({ word: 'proven', minor: false, text: `${PLAN.title}: read back` });
  expect(second?.minor).toBe(true);
});

test('reduce() puts a note at the time of the incident, which in a drill is not the time of day', () => {
  const view = reduce(told(OPENING), { type: 'noted', line: 'DENIED', tone: 'intruder' });
  expect(view.feed.at(-1)?.time).toBe('03:12:09Z');
});

test('reduce() shows progress until the next event', () => {
  const busy = reduce(FIRST, {
    type: 'told',
    happening: { type: 'progress', what: 'Reading', done: 1, total: 3 },
  });
  expect(busy.progress).toBe('Reading (1 of 3)');
  expect(told([{ type: 'incident.resumed', by: 'mara' }], busy).progress).toBeUndefined();
});

test('reduce() marks the step of a failed prompt, and takes it back on the next one', () => {
  const failed = reduce(FIRST, { type: 'prompted', prompt: FAILED, now: 0 });
  expect(failed.steps.at(-1)?.state).toBe('failed');
  expect(reduce(failed, { type: 'prompted', prompt: READ, now: 0 }).steps.at(-1)?.state).toBe('now');
});

test('reduce() keeps the prose on the screen while its step works', () => {
  const asked = reduce(reduce(FIRST, { type: 'prompted', prompt: READ, now: 0 }), { type: 'answered' });
  const entered = told(
    [{ type: 'step.entered', step: READ.step.id, title: READ.step.title, kind: 'act' }],
    asked,
  );
  expect(entered.step?.prose).toContain('203.0.113.7');
});

test('reduce() makes every text safe', () => {
  const evil = '\u001B]8;;https://example.com\u0007x\u202E\u009B2J';
  const events: readonly IncidentEvent[] = [
    { type: 'step.entered', step: 'x', title: evil, kind: 'query' },
    { type: 'step.skipped', step: 'y', title: evil, reason: evil },
    {
      type: 'fact.found',
      step: 'x',
      fact: { kind: 'table', title: evil, columns: [evil], rows: [[evil]], empty: evil },
    },
    { type: 'answer.given', step: 'x', question: evil, answer: evil },
  ];
  const prompt = { ...READ, step: { id: 'x', title: evil, prose: evil } };
  const noted = reduce(told(events), { type: 'noted', line: evil, tone: 'intruder' });
  const view = reduce(noted, { type: 'prompted', prompt, now: 0 });
  expect(JSON.stringify(view)).not.toMatch(/\\u001b|\\u0007|\u202E|\u009B/i);
  expect(view.feed.at(-1)?.text).toContain('␛]8;;');
});
