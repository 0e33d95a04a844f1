import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Journal, readJournal } from './journal.ts';

const clock = () => new Date('2026-09-14T09:30:00Z');
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-journal-'));
  path = join(folder, 'journal.jsonl');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function writeThree(): void {
  const journal = Journal.open(path, clock);
  for (const name of ['one', 'two', 'three'])
    journal.append({ type: 'variable.set', step: null, name, value: name });
  journal.close();
}

test('a journal goes on where it ended', () => {
  writeThree();
  const journal = Journal.open(path, clock);
  journal.append({ type: 'incident.resumed', by: 'alice' });
  journal.close();
  expect(readJournal(path).map((entry) => entry.seq)).toEqual([1, 2, 3, 4]);
});

test('a journal survives being cut off at every byte', () => {
  writeThree();
  const whole = readFileSync(path);
  const ends = [...whole.entries()].filter(([, byte]) => byte === 10).map(([index]) => index + 1);
  for (let length = 0; length <= whole.length; length += 1) {
    writeFileSync(path, whole.subarray(0, length));
    const journal = Journal.open(path, clock);
    expect(journal.entries).toHaveLength(ends.filter((end) => end <= length).length);
    journal.append({ type: 'incident.resumed', by: 'alice' });
    journal.close();
    expect(() => readJournal(path)).not.toThrow();
  }
});

test.each<[string, (lines: string[]) => string[]]>([
  ['changed', ([one = '', two = '', three = '']) => [one, two.replace('"two"', '"owt"'), three]],
  ['removed', ([one = '', , three = '']) => [one, three]],
  ['put in', ([one = '', two = '', three = '']) => [one, two, two, three]],
  ['moved', ([one = '', two = '', three = '']) => [two, one, three]],
  ['emptied', ([one = '', , three = '']) => [one, '{}', three]],
])('a line that was %s breaks the chain', (_, tamper) => {
  writeThree();
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  writeFileSync(path, `${tamper(lines).join('\n')}\n`);
  expect(() => readJournal(path)).toThrow(expect.objectContaining({ name: 'JournalBroken' }));
});
