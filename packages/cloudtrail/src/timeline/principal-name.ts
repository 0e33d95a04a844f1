import { assumedRoleOfArn, parseArn } from '@firebreak/iam';
import type { TrailIdentity } from '../read/trail-event.ts';

/** Who made a call, in words; nothing when the record does not say. */
export function principalName(identity: TrailIdentity): string | undefined {
  const { type, arn, userName, accountId, invokedBy, principalId } = identity;
  const session = arn === undefined ? undefined : assumedRoleOfArn(arn);
  if (session !== undefined) return `role ${session.roleName}, session ${session.sessionName}`;
  if (type === 'Root') return `root of ${accountId ?? principalId ?? 'an account'}`;
  if (type === 'IAMUser' && userName !== undefined) return `user ${userName}`;
  const resource = arn === undefined ? undefined : parseArn(arn)?.resource;
  if (resource?.startsWith('user/')) return `user ${resource.slice(resource.lastIndexOf('/') + 1)}`;
  if (resource?.startsWith('federated-user/')) return `federated user ${resource.slice(15)}`;
  if (type === 'AWSService') return `service ${invokedBy ?? principalId ?? 'of AWS'}`;
  if (type === 'SAMLUser') return `SAML user ${userName ?? principalId}`;
  if (type === 'WebIdentityUser') return `web identity ${userName ?? principalId}`;
  const someone = arn ?? userName ?? principalId;
  if (type === 'AWSAccount') return `${someone ?? 'somebody'} of account ${accountId ?? 'unknown'}`;
  return someone ?? invokedBy ?? type;
}
