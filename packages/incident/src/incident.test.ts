import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkEvidence } from './evidence.ts';
import { sha256 } from './hash.ts';
import { Incident, journalPath } from './incident.ts';
import { incidentState } from './incident-state.ts';
import { readJournal } from './journal.ts';

const clock = () => new Date('2026-09-14T09:30:00Z');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-incident-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('evidence is kept byte for byte, with its hash in the journal', async () => {
  using incident = Incident.open(folder, { clock });
  const content = Buffer.from([0x1b, 0x5b, 0x32, 0x4a, 0xff]);
  await incident.keep({ step: null, name: 'raw log.json', content, what: 'a log' });
  await incident.keep({ step: null, name: 'raw log.json', content, what: 'the same again' });
  expect(incident.entries).toMatchObject([
    { path: 'evidence/001-raw-log.json', sha256: sha256(content), bytes: 5 },
    { path: 'evidence/002-raw-log.json' },
  ]);
  expect(readFileSync(join(folder, 'evidence/001-raw-log.json'))).toEqual(content);
  expect(checkEvidence(folder, incident.entries)).toBe(2);
});

test('evidence that was changed or removed is named', async () => {
  using incident = Incident.open(folder, { clock });
  await incident.keep({ step: null, name: 'a.json', content: '{}', what: 'a' });
  writeFileSync(join(folder, 'evidence/001-a.json'), '{ }');
  expect(() => checkEvidence(folder, incident.entries)).toThrow('it was changed');
  rmSync(join(folder, 'evidence/001-a.json'));
  expect(() => checkEvidence(folder, incident.entries)).toThrow('it is missing');
});

test('the state is a fold over the journal', async () => {
  {
    using incident = Incident.open(folder, { clock });
    await incident.record({ type: 'variable.set', step: null, name: 'user', value: 'build-bot' });
    await incident.record({
      type: 'step.entered',
      step: 'find-the-owner',
      title: 'Find the owner',
      kind: 'trace',
    });
  }
  using again = Incident.open(folder, { clock });
  expect(again.state).toEqual(incidentState(readJournal(journalPath(folder))));
  expect(again.state).toMatchObject({ variables: { user: 'build-bot' }, lastStep: 'find-the-owner' });
});

test('the lock of a process that is gone is taken over; that of a living one is not', () => {
  writeFileSync(join(folder, 'lock'), '4194304\n');
  Incident.open(folder, { clock })[Symbol.dispose]();
  writeFileSync(join(folder, 'lock'), `${process.ppid} 1\n`);
  Incident.open(folder, { clock })[Symbol.dispose]();
  writeFileSync(join(folder, 'lock'), `${process.ppid}\n`);
  expect(() => Incident.open(folder, { clock })).toThrow(expect.objectContaining({ name: 'IncidentLocked' }));
});

test('a folder without a journal is no incident', () => {
  expect(() => journalPath(folder)).toThrow(
    expect.objectContaining({ name: 'IncidentMissing', where: folder }),
  );
});
