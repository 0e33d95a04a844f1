import { expect, test } from 'vitest';
import type { IncidentEvent, JournalEntry } from '../event.ts';
import { incidentReport } from './incident-report.ts';
import { plainText } from './phrase.ts';
import { reportAsHtml } from './report-as-html.ts';
import { reportAsMarkdown } from './report-as-markdown.ts';
import { journalOf } from './testing/journal-of.ts';
import { leakedKey } from './testing/leaked-key.ts';

function linesOf(entries: readonly JournalEntry[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    incidentReport(entries).summary.map(({ label, text }) => [label, plainText(text)]),
  );
}

function more(...events: readonly IncidentEvent[]): readonly JournalEntry[] {
  const last = journalOf(
    '2026-03-03T06:00:00Z',
    events.map((event, second) => [second, event]),
  );
  return [...leakedKey(), ...last];
}

test('incidentReport() tells a finished incident', () => {
  const report = incidentReport(leakedKey());
  expect(report).toMatchObject({
    title: 'Leaked access key of build-bot used from an unknown network',
    responder: 'Dana Okafor',
    resumedBy: ['Priya Natarajan'],
    mode: 'aws',
    outcome: 'done',
    failed: [],
  });
  expect(report.containments.map(({ status }) => status)).toEqual(['proven', 'proven', 'proven']);
  expect(report.skipped.map(({ reason }) => reason)).toEqual([
    'On call rota unreachable; told the duty manager by phone instead',
  ]);
  expect(report.timeline).toHaveLength(leakedKey().length);
});

test('incidentReport() sums up in six lines', () => {
  const lines = linesOf(leakedKey());
  expect(Object.keys(lines)).toHaveLength(6);
  expect(lines['Credential']).toBe(
    'Access key ASIARTXV5AHDXEXAMPLE of role OrganizationAudit, session cli-1740712629, used from 203.0.113.24.',
  );
  expect(lines['Issued by']).toContain('traced over 2 issuances to long-term key AKIARTXV5AHDVEXAMPLE');
  expect(lines['Contained']).toMatch(/^All 3 proven by reading back: Deactivate/);
  expect(lines['Outstanding']).toContain('skipped: On call rota unreachable');
  expect(lines['Status']).toBe(
    'Closed, 14 hours 34 minutes after opening: every containment proven, or skipped with a reason.',
  );
});

test('incidentReport() measures the key times', () => {
  expect(incidentReport(leakedKey()).times.map(({ what, note }) => `${what}: ${note}`)).toEqual([
    'First seen by GuardDuty: 2 days 10 hours before opening',
    'Incident opened: 2 days 10 hours after first seen',
    'First containment approved: 2 minutes 1 second after opening',
    'All containments proven: 14 hours 33 minutes after opening',
    'Incident closed: 14 hours 34 minutes after opening',
  ]);
});

test('incidentReport() reads a journal that stops anywhere, and says that it is open', () => {
  const all = leakedKey();
  for (let length = 0; length < all.length; length += 1) {
    const report = incidentReport(all.slice(0, length));
    expect(report.outcome).toBeNull();
    expect(reportAsHtml(report)).toContain('still open');
    expect(reportAsMarkdown(report)).toContain('**still open**');
  }
  expect(linesOf([])['Status']).toBe('Not begun: the journal is empty.');
  expect(linesOf(all.slice(0, 20))['Contained']).toBe('0 of 1 proven by reading back.');
  expect(linesOf(all.slice(0, 20))['Outstanding']).toContain('(applied, not read back); the rest');
});

test('incidentReport() reads a journal without its opening', () => {
  const report = incidentReport(leakedKey().slice(1));
  expect(report).toMatchObject({ incident: null, finding: null, mode: null, outcome: 'done' });
  expect(reportAsHtml(report)).toContain('Incident without an opening entry');
});

test('incidentReport() lets later events win', () => {
  const answer = { type: 'answer.given', step: 'owner', question: 'Who owns build-bot?' } as const;
  const report = incidentReport(
    more(
      { ...answer, answer: 'the data team' },
      { type: 'step.failed', step: 'trace', why: 'No logs.', remedy: 'Look.' },
      { type: 'step.failed', step: 'scope', why: 'Timed out.', remedy: 'Retry.' },
      { type: 'step.succeeded', step: 'scope' },
      { type: 'step.succeeded', step: 'notify' },
    ),
  );
  expect(report.answers.map((given) => given.answer)).toEqual([
    'the data team',
    'No, builds moved to roles in January',
  ]);
  expect(report.failed.map(({ title, why }) => [title, why])).toEqual([
    ['Find where the key came from', 'No logs.'],
  ]);
  expect(report.skipped).toEqual([]);
});

test('incidentReport() opens a closed incident again when a step is taken, and not for an undo', () => {
  const step = 'deactivate';
  const entered = { type: 'step.entered', step, title: 'Deactivate', kind: 'contain' } as const;
  expect(incidentReport(more({ type: 'incident.resumed', by: 'Sam' }, entered)).outcome).toBeNull();
  const undone = more(
    { type: 'undo.approved', step, by: 'Sam', forced: false },
    { type: 'containment.undone', step, observed: 'Active' },
  );
  expect(incidentReport(undone).outcome).toBe('done');
  expect(linesOf(undone)['Status']).toContain('not every change is still in place');
  expect(linesOf(undone)['Outstanding']).toContain('of user build-bot (undone)');
});

test('incidentReport() says that a sample is no detection', () => {
  const [first, ...rest] = leakedKey();
  if (first?.type !== 'incident.opened') throw new TypeError('The journal does not begin with its opening');
  const sample = { ...first, finding: { ...first.finding, sample: true } };
  expect(linesOf([sample, ...rest])['What happened']).toMatch(
    /^This is a sample finding, not a detection\. /,
  );
});

test('incidentReport() names an entry that it does not know', () => {
  const other = { ...leakedKey()[1], type: 'incident.merged' } as unknown as JournalEntry;
  expect(plainText(incidentReport([other]).timeline[0]?.what ?? [])).toBe('incident.merged');
});
