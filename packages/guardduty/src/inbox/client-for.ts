import type { GuardDutyClient, GuardDutyClientConfig } from '@aws-sdk/client-guardduty';
import { serviceProblem } from './service-problem.ts';

/** Gives the SDK client of a region, such as `eu-west-1`. It is asked once for each call, so it should keep them. */
export type ClientFor = (region: string) => GuardDutyClient;

/** The SDK's commands and clients, loaded when they are first needed: reading a finding from a file costs none of it. */
export function guardDutySdk() {
  return import('@aws-sdk/client-guardduty');
}

/**
 * A {@link ClientFor} with the SDK's standard chain of credentials and adaptive retries.
 *
 * @param profile a profile of the AWS configuration files; without one, the chain's default.
 * @param credentials instead of the chain's, such as those of a role in the administrator account.
 */
export async function connectGuardDuty({
  profile,
  credentials,
}: {
  readonly profile?: string;
  readonly credentials?: NonNullable<GuardDutyClientConfig['credentials']>;
} = {}): Promise<ClientFor> {
  const { GuardDutyClient } = await guardDutySdk();
  const clients = new Map<string, GuardDutyClient>();
  return (region) => {
    const known = clients.get(region);
    if (known !== undefined) return known;
    const client = new GuardDutyClient({
      region,
      retryMode: 'adaptive',
      maxAttempts: 5,
      ...(profile === undefined ? {} : { profile }),
      ...(credentials === undefined ? {} : { credentials }),
    });
    clients.set(region, client);
    return client;
  };
}

/**
 * Makes one call and turns what the SDK throws into a problem of the inbox.
 *
 * @throws {InboxProblem} of the class that says what is known of the outcome; the signal's reason when it was aborted.
 */
export async function ask<Answer>(
  operation: string,
  region: string,
  signal: AbortSignal | undefined,
  send: (options: { abortSignal?: AbortSignal }) => Promise<Answer>,
): Promise<Answer> {
  signal?.throwIfAborted();
  try {
    return await send(signal === undefined ? {} : { abortSignal: signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw serviceProblem(operation, region, error);
  }
}
