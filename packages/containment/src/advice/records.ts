import anonymousPrincipal from '../../advice/anonymous-principal.json' with { type: 'json' };
import assumedRole from '../../advice/assumed-role.json' with { type: 'json' };
import persistence from '../../advice/checks/persistence.json' with { type: 'json' };
import federatedRole from '../../advice/federated-role.json' with { type: 'json' };
import federationToken from '../../advice/federation-token.json' with { type: 'json' };
import iamUserKey from '../../advice/iam-user-key.json' with { type: 'json' };
import identityCenter from '../../advice/identity-center.json' with { type: 'json' };
import instanceProfile from '../../advice/instance-profile.json' with { type: 'json' };
import roleChain from '../../advice/role-chain.json' with { type: 'json' };
import rootSession from '../../advice/root-session.json' with { type: 'json' };
import rootUser from '../../advice/root-user.json' with { type: 'json' };
import sampleFinding from '../../advice/sample-finding.json' with { type: 'json' };
import serviceCredential from '../../advice/service-credential.json' with { type: 'json' };
import serviceLinkedRole from '../../advice/service-linked-role.json' with { type: 'json' };
import sessionToken from '../../advice/session-token.json' with { type: 'json' };
import workloadIdentity from '../../advice/workload-identity.json' with { type: 'json' };
import workloadRole from '../../advice/workload-role.json' with { type: 'json' };
import type { AdviceRecord, PersistenceCheck } from './advice-record.ts';

/** Every type of credential, the special ones before the general ones: the first that has a sign of it is the type. */
export const ADVICE_RECORDS: readonly AdviceRecord[] = [
  sampleFinding,
  anonymousPrincipal,
  serviceLinkedRole,
  rootSession,
  rootUser,
  identityCenter,
  workloadIdentity,
  federatedRole,
  instanceProfile,
  workloadRole,
  serviceCredential,
  federationToken,
  sessionToken,
  roleChain,
  assumedRole,
  iamUserKey,
] as readonly unknown[] as readonly AdviceRecord[];

/** Ways back in, most common first. */
export const PERSISTENCE_CHECKS = persistence.checks as unknown as readonly PersistenceCheck[];
