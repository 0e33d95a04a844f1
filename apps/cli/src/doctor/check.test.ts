import { expect, test } from 'vitest';
import { UsageProblem } from '../errors.ts';
import { type Outcome, ok, runChecks } from './check.ts';

const never = new AbortController().signal;
const named = (name: string, run: (signal: AbortSignal) => Promise<Outcome>) => ({ name, run });

test('checks run at once and come back in their order', async () => {
  const waiting = Promise.withResolvers<void>();
  const done: number[] = [];
  const checks = await runChecks(
    [
      named('first', async () => {
        await waiting.promise;
        return ok('there');
      }),
      named('second', async () => {
        waiting.resolve();
        return ok('there, too');
      }),
    ],
    never,
    (count) => done.push(count),
  );
  expect(checks.map(({ name, says }) => [name, says])).toEqual([
    ['first', 'there'],
    ['second', 'there, too'],
  ]);
  expect(done).toEqual([1, 2]);
});

test('a problem is what is missing, with its places on one line', async () => {
  const run = async () => {
    throw new UsageProblem('Cannot find it', { where: 'a:1:1: x\nb:2:2: y', remedy: 'Look again.' });
  };
  expect(await runChecks([named('thing', run)], never)).toEqual([
    {
      name: 'thing',
      state: 'missing',
      says: 'Cannot find it: a:1:1: x; b:2:2: y',
      remedy: 'Look again.',
    },
  ]);
});

test('a defect is no finding', async () => {
  const run = async () => {
    throw new TypeError('oops');
  };
  await expect(runChecks([named('thing', run)], never)).rejects.toThrow(TypeError);
});

test('Ctrl+C ends checks that nobody answers', async () => {
  const stop = new AbortController();
  const checks = runChecks([named('thing', () => new Promise<never>(() => {}))], stop.signal);
  stop.abort(new Error('interrupted'));
  await expect(checks).rejects.toThrow('interrupted');
});
