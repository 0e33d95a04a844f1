import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { readAccessKey } from '@firebreak/iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findLogFiles } from '../src/read/log-files.ts';
import { readTrail } from '../src/read/read-trail.ts';
import { type GeneratedTrail, generateTrail, trailTruth } from './generate-trail.ts';

let folder: string;
let trail: GeneratedTrail;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firebreak-generate-'));
  trail = await generateTrail({ events: 600, seed: 5, folder: join(folder, 'one') });
});
afterAll(() => rm(folder, { recursive: true }));

function hashOf(of: string): string {
  const hash = createHash('sha256');
  for (const path of globSync('**/*.{gz,jsonl}', { cwd: of }).sort())
    hash.update(`${relative('.', path)}\n`).update(readFileSync(join(of, path)));
  return hash.digest('hex');
}

test('the same parameters make the same files, another seed others', async () => {
  const [again, other] = [join(folder, 'again'), join(folder, 'other')];
  await generateTrail({ events: 600, seed: 5, folder: again, threads: 1 });
  await generateTrail({ events: 600, seed: 6, folder: other });
  expect(hashOf(again)).toBe(hashOf(trail.folder));
  expect(hashOf(other)).not.toBe(hashOf(trail.folder));
});

test('a trail that is there is used again, and not mixed with another one', async () => {
  expect(await generateTrail({ events: 600, seed: 5, folder: trail.folder })).toEqual(trail);
  await expect(generateTrail({ events: 601, seed: 5, folder: trail.folder })).rejects.toThrow('another one');
});

test('the reader finds every event where its path says', async () => {
  let events = 0;
  for await (const event of readTrail(trail.logs)) {
    events += 1;
    expect(Buffer.byteLength(JSON.stringify(event.record))).toBeGreaterThan(500);
  }
  expect(events).toBe(600);
  for (const { account, region, day } of await findLogFiles(trail.logs))
    expect([account, region, day]).toEqual([
      expect.stringMatching(/^(\d)\1{11}$/),
      expect.stringMatching(/^[a-z]{2}-[a-z]+-\d$/),
      expect.stringMatching(/^2026\/09\/\d\d$/),
    ]);
});

test('key ids hold an account of the organisation', () => {
  for (const { key } of trailTruth(trail)) expect(readAccessKey(key).accountId).toMatch(/^(\d)\1{11}$/);
});
