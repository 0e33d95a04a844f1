import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { LineReader } from './line-reader.ts';

const never = new AbortController().signal;

test('lines that come early are kept, and after the last there are none', async () => {
  const input = new PassThrough();
  const reader = new LineReader(input as unknown as NodeJS.ReadStream);
  input.end('one\r\ntwo\n');
  const lines = [await reader.next(never), await reader.next(never), await reader.next(never)];
  expect(lines).toEqual(['one', 'two', undefined]);
});

test('an input that was used up before has no lines, and is not waited for', async () => {
  const input = new PassThrough();
  input.end('a finding');
  await text(input);
  const reader = new LineReader(input as unknown as NodeJS.ReadStream);
  expect(await reader.next(never)).toBeUndefined();
});

test('nobody waits for a line once the signal is aborted', async () => {
  const reader = new LineReader(new PassThrough() as unknown as NodeJS.ReadStream);
  const controller = new AbortController();
  const line = reader.next(controller.signal);
  controller.abort();
  expect(await line).toBeUndefined();
});
