import type { Caller } from '../organisation/caller.ts';
import type { Operation } from './operation.ts';
import { serviceFault, unknownKeyFault } from './service-fault.ts';

/**
 * Refuses what temporary credentials cannot do whatever their policies say: without MFA, a GetSessionToken session
 * reaches no IAM operation and of STS only AssumeRole and GetCallerIdentity; a federated session only the latter;
 * and no session of any kind gets a session token.
 * Source: IAM User Guide, "Compare AWS STS credentials" (id_credentials_sts-comparison).
 */
export function refuseBeyondCredentials({ service, name }: Operation, { session }: Caller): void {
  if (session === undefined || name === 'GetCallerIdentity') return;
  if (service === 'iam' && session.kind !== 'assumed-role') throw unknownKeyFault(service);
  if (service !== 'sts') return;
  if (name === 'AssumeRole' && session.kind !== 'federation-token') return;
  throw serviceFault(service, 'AccessDenied', `Cannot call ${name} with session credentials`, 403);
}
