import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
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
  mkdirSync(join(below, '20260914T093000Z-x'));
  expect(newIncidentId(below, 'x', now)).toBe('20260914T093000Z-x-2');
  expect(newIncidentId(below, '', now)).toBe('20260914T093000Z');
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
