import { type Api, NotFound } from '@firebreak/aws';
import { listed } from './listed.ts';

/** How a user signs in to the console. */
export interface SignIn {
  /** When the password was first set, ISO 8601; null when there is none. */
  readonly passwordCreated: string | null;
  /** Serial numbers or ARNs, sorted. */
  readonly mfaDevices: readonly string[];
}

/**
 * Reads whether a user has a password, and its MFA devices. The devices come first: a user who is not there has no
 * password either, and IAM says both with the same error.
 */
export async function signInOf(user: string, account: string, api: Api): Promise<SignIn> {
  const of = { service: 'iam', input: { UserName: user }, account } as const;
  const call = { ...of, operation: 'ListMFADevices' };
  const devices = await Array.fromAsync(listed<{ SerialNumber: string }>(call, 'MFADevices', api));
  const mfaDevices = devices.map(({ SerialNumber }) => SerialNumber).sort();
  try {
    const answer = await api.call({ ...of, operation: 'GetLoginProfile' });
    const { CreateDate } = answer['LoginProfile'] as { CreateDate: string };
    return { passwordCreated: new Date(CreateDate).toISOString(), mfaDevices };
  } catch (error) {
    if (error instanceof NotFound) return { passwordCreated: null, mfaDevices };
    throw error;
  }
}
