import fs, { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Journal, readJournal } from './journal.ts';

const clock = () => new Date('2026-09-14T09:30:00Z');
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-journal-'));
  path = join(folder, 'journal.jsonl');
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
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

/** The disk takes this much at once; what comes after `room` bytes it refuses. */
function smallDisk(atOnce: number, room = Number.POSITIVE_INFINITY): void {
  vi.restoreAllMocks();
  const real = fs.writeSync;
  let left = room;
  vi.spyOn(fs, 'writeSync').mockImplementation(((file: number, data: string | Buffer, offset = 0) => {
    const bytes = Buffer.from(data as string).subarray(offset as number, (offset as number) + atOnce);
    if (left <= 0) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    left -= bytes.length;
    return real(file, bytes);
  }) as typeof fs.writeSync);
  syncBuiltinESMExports();
}

test('a disk that takes a line in pieces gets all of it', () => {
  smallDisk(7);
  writeThree();
  expect(readJournal(path)).toHaveLength(3);
});

test('a line that the disk refuses half-way leaves nothing behind, and the next one follows', () => {
  writeThree();
  const before = readFileSync(path);
  const journal = Journal.open(path, clock);
  smallDisk(20, 50);
  expect(() => journal.append({ type: 'incident.resumed', by: 'alice' })).toThrow(
    expect.objectContaining({
      name: 'JournalUnwritable',
      message: 'Cannot write the journal: ENOSPC',
      where: path,
    }),
  );
  expect(readFileSync(path)).toEqual(before);
  smallDisk(1_000);
  journal.append({ type: 'incident.resumed', by: 'bob' });
  journal.close();
  expect(readJournal(path).map((entry) => entry.seq)).toEqual([1, 2, 3, 4]);
});

test('what cannot be cut off at once is cut off before the next line', () => {
  const journal = Journal.open(path, clock);
  smallDisk(20, 50);
  vi.spyOn(fs, 'ftruncateSync').mockImplementationOnce(() => {
    throw new Error('EIO: i/o error');
  });
  syncBuiltinESMExports();
  expect(() => journal.append({ type: 'incident.resumed', by: 'alice' })).toThrow('Cannot write the journal');
  smallDisk(1_000);
  journal.append({ type: 'incident.resumed', by: 'bob' });
  journal.close();
  expect(readJournal(path)).toMatchObject([{ seq: 1, by: 'bob' }]);
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
