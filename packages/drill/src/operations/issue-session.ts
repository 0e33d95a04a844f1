import type { Credentials } from '@aws-sdk/client-sts';
import { newAccessKeyId } from '../organisation/new-access-key-id.ts';
import type { Session } from '../organisation/organisation-schema.ts';
import type { Call } from './operation.ts';
import { serviceFault } from './service-fault.ts';

/** A session without its times, before it is issued. */
export type NewSession = Session extends infer S
  ? S extends Session
    ? Omit<S, 'issuedAt' | 'expiresAt' | 'issuedBy'>
    : never
  : never;

/** Puts a new session into the draft and returns its credentials. Whole seconds, as STS counts. */
export function issueSession(
  session: NewSession,
  seconds: number,
  { draft, caller, now }: Call,
): Credentials {
  const { sessions } = draft.organisation;
  const issued = Math.floor(now.getTime() / 1000) * 1000;
  const expires = new Date(issued + seconds * 1000);
  const AccessKeyId = newAccessKeyId('ASIA', session.account, (id) => Object.hasOwn(sessions, id));
  sessions[AccessKeyId] = {
    ...session,
    issuedAt: new Date(issued).toISOString(),
    expiresAt: expires.toISOString(),
    issuedBy: caller.accessKeyId,
  };
  return { AccessKeyId, SecretAccessKey: 'simulated', SessionToken: 'simulated', Expiration: expires };
}

/** @throws STS's ValidationError when a session is asked to last shorter or longer than allowed. */
export function refuseDuration(seconds: number, atMost: number): void {
  if (seconds < 900 || seconds > atMost)
    throw serviceFault(
      'sts',
      'ValidationError',
      `The requested DurationSeconds must lie between 900 and ${atMost}.`,
      400,
    );
}
