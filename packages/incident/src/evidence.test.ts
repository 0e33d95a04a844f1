import fs, { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { storeEvidence, writeDurably } from './evidence.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-evidence-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  rmSync(folder, { recursive: true, force: true });
});

const evidence = (name: string, content = '{}') => ({ step: null, name, content, what: 'w' });

test('what a crash left behind is not written over: the number counts on', () => {
  mkdirSync(join(folder, 'evidence'));
  writeFileSync(join(folder, 'evidence/003-a.json'), 'left behind');
  writeFileSync(join(folder, 'evidence/004-a.json'), 'this too');
  expect(storeEvidence(folder, 3, evidence('a.json')).path).toBe('evidence/005-a.json');
  expect(storeEvidence(folder, 3, evidence('b.json')).path).toBe('evidence/003-b.json');
  expect(readFileSync(join(folder, 'evidence/003-a.json'), 'utf8')).toBe('left behind');
  expect(writeDurably(join(folder, 'evidence/004-a.json'), 'again')).toBe(false);
  expect(readdirSync(join(folder, 'evidence'))).toHaveLength(4);
});

test('a name is as long as a file system takes, and keeps its ending', () => {
  const { path } = storeEvidence(folder, 1, evidence(`lineage-${'A'.repeat(400)}.json`));
  expect(path).toMatch(/^evidence\/001-lineage-A+\.json$/);
  expect(path.length).toBeLessThan(150);
  expect(storeEvidence(folder, 1, evidence(`x.${'y'.repeat(400)}`)).path).toMatch(/^evidence\/001-x\.y+$/);
});

test('a disk that takes a file in pieces gets all of it', () => {
  const real = fs.writeSync;
  vi.spyOn(fs, 'writeSync').mockImplementation(((file: number, data: Buffer, offset = 0) =>
    real(file, data.subarray(offset as number, (offset as number) + 7))) as typeof fs.writeSync);
  syncBuiltinESMExports();
  const { path, bytes } = storeEvidence(folder, 1, evidence('a.txt', 'x'.repeat(100)));
  expect([bytes, readFileSync(join(folder, path), 'utf8').length]).toEqual([100, 100]);
});

test('a full disk is a problem with a remedy, and leaves no half of a file', () => {
  vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  });
  syncBuiltinESMExports();
  expect(() => storeEvidence(folder, 1, evidence('a.txt'))).toThrow(
    expect.objectContaining({ name: 'EvidenceUnwritable', message: 'Cannot write evidence: ENOSPC' }),
  );
  expect(readdirSync(join(folder, 'evidence'))).toEqual([]);
});
