import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Incident, type IncidentOpened } from '@firebreak/incident';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findOpenIncident, newIncidentId } from './incident-folders.ts';

const now = new Date('2026-09-14T09:30:00.123Z');
let below: string;
beforeEach(() => {
  below = mkdtempSync(join(tmpdir(), 'firebreak-folders-'));
});
afterEach(() => {
  rmSync(below, { recursive: true, force: true });
});

async function begin(
  id: string,
  findingId: string,
  mode: IncidentOpened['mode'],
  closed = false,
): Promise<void> {
  using incident = Incident.open(join(below, id), { clock: () => now });
  const finding = { id: findingId } as IncidentOpened['finding'];
  const runbook = { id: 'r', title: 'R', sha256: '' };
  await incident.record({
    type: 'incident.opened',
    incident: id,
    title: 't',
    responder: 'alice',
    mode,
    finding,
    runbook,
  });
  if (closed) await incident.record({ type: 'incident.closed', outcome: 'done' });
}

test('newIncidentId() is a time and a few harmless characters, and never one that is taken', () => {
  expect(newIncidentId(below, '../../CloudTrail Logging\u001b[2J', now)).toBe(
    '20260914T093000Z-cloudtrail-logging-2j',
  );
  expect(newIncidentId(below, '', now)).toBe('20260914T093000Z');
});

test('newIncidentId() makes the folder, so that two in the same second are two', () => {
  const folder = join(below, 'deep', 'down');
  expect(['x', 'x', 'x'].map((about) => newIncidentId(folder, about, now))).toEqual([
    '20260914T093000Z-x',
    '20260914T093000Z-x-2',
    '20260914T093000Z-x-3',
  ]);
  expect(statSync(join(folder, '20260914T093000Z-x')).mode & 0o777).toBe(0o700);
  writeFileSync(join(below, 'file'), '');
  expect(() => newIncidentId(join(below, 'file'), 'x', now)).toThrow(
    expect.objectContaining({ name: 'UsageProblem', where: join(below, 'file') }),
  );
});

test('findOpenIncident() finds the newest that is open, about the same finding, and as real as this one', async () => {
  await begin('1-old', 'f', 'by-hand');
  await begin('2-new', 'f', 'aws');
  await begin('3-closed', 'f', 'aws', true);
  await begin('4-drill', 'f', 'drill');
  await begin('5-other', 'g', 'aws');
  mkdirSync(join(below, '6-no-incident'));
  expect(findOpenIncident(below, 'f', 'by-hand')?.id).toBe('2-new');
  expect(findOpenIncident(below, 'f', 'drill')?.id).toBe('4-drill');
  expect(findOpenIncident(below, 'h', 'aws')).toBeUndefined();
  expect(findOpenIncident(join(below, 'nowhere'), 'f', 'aws')).toBeUndefined();
});

test('findOpenIncident() passes over a broken journal, unless its incident is about this finding', async () => {
  await begin('1-ours', 'f', 'aws');
  await begin('2-other', 'g', 'aws');
  appendFileSync(join(below, '2-other', 'journal.jsonl'), 'broken\n');
  for (const [id, text] of [
    ['3-garbage', 'Dear responder,\n'],
    ['4-empty', ''],
    ['5-odd', '[]\n'],
    ['6-null', 'null\n'],
    ['7-long', 'x'.repeat(3_000_000)],
  ] as const) {
    mkdirSync(join(below, id));
    writeFileSync(join(below, id, 'journal.jsonl'), text);
  }
  const warnings: string[] = [];
  expect(findOpenIncident(below, 'f', 'aws', (line) => warnings.push(line))?.id).toBe('1-ours');
  expect(warnings).toEqual([
    expect.stringContaining(join('7-long', 'journal.jsonl')),
    expect.stringContaining(join('3-garbage', 'journal.jsonl')),
  ]);
  expect(() => findOpenIncident(below, 'g', 'aws', () => undefined)).toThrow(
    expect.objectContaining({ name: 'JournalBroken', remedy: expect.stringContaining('--new') }),
  );
});
