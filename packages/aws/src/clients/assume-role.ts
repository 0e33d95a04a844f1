import type { AssumeRoleCommandInput, STSClient } from '@aws-sdk/client-sts';
import type { AccountRole } from '../config/account-role.ts';
import { type AwsProblem, CallRefused, OutcomeUnknown } from '../errors.ts';
import { problemOf } from '../sdk-error.ts';
import { type SessionPurpose, sessionName, sourceIdentity } from './session-name.ts';

/** Temporary credentials, in the form that the SDK's clients take. */
export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

/** A session of a role. */
export interface RoleSession {
  readonly credentials: RoleCredentials;
  /** `arn:aws:sts::…:assumed-role/Role/session`. */
  readonly arn: string;
  /** What the session lacks, in words; absent when it lacks nothing. */
  readonly note?: string;
}

/** The longest session of a role that was assumed from another role. Source: IAM User Guide, "Roles terms and concepts". */
const SECONDS = 3_600;

/**
 * Assumes a role. Where the role does not let a source identity be set, it is assumed without one.
 *
 * @throws {CallRefused} when the role is not there or may not be assumed; another {@link AwsProblem} when AWS is not
 *   reached or does not know the caller.
 */
export async function assumeRole(
  sts: STSClient,
  account: string,
  role: AccountRole,
  purpose: SessionPurpose,
  signal?: AbortSignal,
): Promise<RoleSession> {
  const input: AssumeRoleCommandInput = {
    RoleArn: role.arn,
    RoleSessionName: sessionName(purpose),
    DurationSeconds: SECONDS,
    ...(role.externalId === undefined ? {} : { ExternalId: role.externalId }),
  };
  try {
    return await sent(sts, { ...input, SourceIdentity: sourceIdentity(purpose) }, signal);
  } catch (error) {
    if (!isDenied(error)) throw refused(account, role, error);
  }
  try {
    const session = await sent(sts, input, signal);
    const note = `The session of ${role.arn} has no source identity: its trust policy does not allow sts:SetSourceIdentity.`;
    return { ...session, note };
  } catch (error) {
    throw refused(account, role, error);
  }
}

async function sent(
  sts: STSClient,
  input: AssumeRoleCommandInput,
  signal: AbortSignal | undefined,
): Promise<RoleSession> {
  const { AssumeRoleCommand } = await import('@aws-sdk/client-sts');
  const options = signal === undefined ? {} : { abortSignal: signal };
  const { Credentials, AssumedRoleUser } = await sts.send(new AssumeRoleCommand(input), options);
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration)
    throw new TypeError('the answer holds no credentials');
  return {
    credentials: {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      expiration: Expiration,
    },
    arn: AssumedRoleUser?.Arn ?? input.RoleArn ?? '',
  };
}

function isDenied(error: unknown): boolean {
  return /^AccessDenied/.test((error as Error).name);
}

/** STS answers the same when there is no such role, when it does not trust the caller, and when the external id is wrong. */
function refused(account: string, { arn, externalId }: AccountRole, error: unknown): AwsProblem {
  const call = { service: 'sts', operation: 'AssumeRole', input: {}, account } as const;
  const problem = problemOf(call, error);
  if (problem instanceof OutcomeUnknown)
    return new OutcomeUnknown(`Cannot assume ${arn}: no answer came: ${(error as Error).message}`, {
      remedy: 'Check the network and the home region, then try again; assuming a role changes nothing.',
      cause: error,
    });
  if (!isDenied(error)) return problem;
  const asked = externalId === undefined ? 'that it asks for no external id' : 'its external id';
  return new CallRefused(`Cannot assume ${arn}: ${(error as Error).message}`, {
    remedy: `Check that the role is there, that it trusts whoever is signed in, and ${asked}: firebreak doctor --policy trust.`,
    cause: error,
  });
}
