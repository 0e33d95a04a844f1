import { uniqueIdPrefix } from '@firebreak/iam';
import type { FindingPrincipal, PrincipalType } from '../finding-principal.ts';
import type { PrincipalEvidence } from './principal-evidence.ts';
import { readRolePrincipal } from './read-role-principal.ts';

/**
 * Says what kind of principal acted, and why. `userType` decides where it says something; a role session is then told
 * apart by its names, see {@link readRolePrincipal}.
 *
 * Source: CloudTrail User Guide, "CloudTrail userIdentity element", `type`; IAM User Guide, "IAM identifiers".
 */
export function readPrincipal(evidence: PrincipalEvidence): FindingPrincipal {
  const { userName, userType, principalId = '' } = evidence.key;
  if (userName === 'ANONYMOUS_PRINCIPAL')
    return verdict(evidence, 'anonymous', 'userName is ANONYMOUS_PRINCIPAL: the call was not signed');
  switch (userType) {
    case 'Root':
      return verdict(evidence, 'root', 'userType is Root');
    case 'IAMUser':
      return verdict(evidence, 'iam-user', 'userType is IAMUser');
    case 'FederatedUser':
      return federatedUser(evidence, 'userType is FederatedUser');
    case 'IdentityCenterUser':
      return verdict(evidence, 'identity-center', 'userType is IdentityCenterUser');
    case 'AWSService':
      return verdict(evidence, 'aws-service', 'userType is AWSService');
    case 'AssumedRole':
    case 'Role':
      return readRolePrincipal(evidence, `userType is ${userType}`);
    case 'AWSAccount':
      return verdict(
        evidence,
        'unknown',
        'userType is AWSAccount: another account called, by whom is not said',
      );
    case 'Directory':
      return verdict(evidence, 'unknown', 'userType is Directory: AWS Directory Service, not IAM');
  }
  const said =
    userType === undefined ? 'userType is missing' : `userType "${userType.slice(0, 60)}" says nothing`;
  if (uniqueIdPrefix(principalId) === 'AROA')
    return readRolePrincipal(evidence, `${said}, principalId starts with AROA`);
  if (uniqueIdPrefix(principalId) === 'AIDA')
    return verdict(evidence, 'iam-user', `${said}, principalId starts with AIDA`);
  if (ACCOUNT.test(principalId))
    return verdict(evidence, 'root', `${said}, principalId is an account id, which is root's`);
  if (FEDERATED.test(principalId))
    return federatedUser(evidence, `${said}, principalId is an account id with a name`);
  return verdict(evidence, 'unknown', said);
}

/** `principalId` is `account:name`. Source: IAM User Guide, "AWS JSON policy elements: Principal". */
function federatedUser(evidence: PrincipalEvidence, why: string): FindingPrincipal {
  const { userName, principalId } = evidence.key;
  const federatedName = principalId?.slice(principalId.indexOf(':') + 1);
  return {
    type: 'federated-user',
    name: userName ?? federatedName,
    principalId,
    sessionName: federatedName,
    why,
  };
}

function verdict({ key }: PrincipalEvidence, type: PrincipalType, why: string): FindingPrincipal {
  return { type, name: key.userName, principalId: key.principalId, sessionName: undefined, why };
}

const ACCOUNT = /^\d{12}$/;
const FEDERATED = /^\d{12}:./;
