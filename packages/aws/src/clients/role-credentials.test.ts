import { expect, test } from 'vitest';
import type { RoleSession } from './assume-role.ts';
import { roleSessions } from './role-credentials.ts';

const HOUR = 3_600_000;

function sessionUntil(expiration: number): RoleSession {
  return {
    arn: 'arn:aws:sts::222222222222:assumed-role/Responder/alice',
    credentials: {
      accessKeyId: 'ASIATHPL2AOHAEXAMPLE',
      secretAccessKey: 'fake',
      sessionToken: 'fake',
      expiration: new Date(expiration),
    },
  };
}

test('all who ask at once get the same session, which is renewed five minutes before its end', async () => {
  let now = 0;
  let opened = 0;
  const sessions = roleSessions(
    async () => {
      opened += 1;
      return sessionUntil(now + HOUR);
    },
    () => now,
  );
  const [first, second] = await Promise.all([sessions.current(), sessions.current()]);
  expect(second).toBe(first);
  now = HOUR - 301_000;
  expect(await sessions.current()).toBe(first);
  now = HOUR - 299_000;
  expect((await sessions.credentials()).expiration).toEqual(new Date(now + HOUR));
  expect(opened).toBe(2);
});

test('a session that is still good is used when it cannot be renewed, and no longer than that', async () => {
  let now = 0;
  let answers = [Promise.resolve(sessionUntil(HOUR))];
  const sessions = roleSessions(
    () => answers.shift() ?? Promise.reject(new Error('no answer')),
    () => now,
  );
  const first = await sessions.current();
  now = HOUR - 60_000;
  expect(await sessions.current()).toBe(first);
  now = HOUR;
  await expect(sessions.current()).rejects.toThrow('no answer');
  answers = [Promise.resolve(sessionUntil(2 * HOUR))];
  expect(await sessions.current()).not.toBe(first);
});
