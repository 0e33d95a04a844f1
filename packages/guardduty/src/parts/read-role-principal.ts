import { Fields } from '../fields.ts';
import type { FindingPrincipal, PrincipalType } from '../finding-principal.ts';
import type { PrincipalEvidence } from './principal-evidence.ts';

/**
 * Tells the sessions of a role apart: for `AssumedRole`, `userName` is the role's name and `principalId` is
 * `AROA…:session`. Session names are only a hint where a person can choose them, and `why` says which hint it was.
 *
 * Source: IAM User Guide, "Using service-linked roles", "Use roles for applications on Amazon EC2"; IAM Identity
 * Center User Guide, "Permission sets" (`AWSReservedSSO_`); GuardDuty User Guide, "IAM finding types".
 */
export function readRolePrincipal(evidence: PrincipalEvidence, said: string): FindingPrincipal {
  const { userName, principalId } = evidence.key;
  const colon = principalId?.indexOf(':') ?? -1;
  const sessionName = colon < 0 ? undefined : principalId?.slice(colon + 1) || undefined;
  const [type, because] = kindOfRole(evidence, userName ?? '', sessionName ?? '');
  const why = because === '' ? said : `${said}, and ${because}`;
  return { type, name: userName, principalId, sessionName, why };
}

function kindOfRole(evidence: PrincipalEvidence, role: string, session: string): [PrincipalType, string] {
  const { typeName, resources } = evidence;
  if (role.startsWith('AWSReservedSSO_'))
    return ['identity-center', 'the role is one of Identity Center: its name starts with AWSReservedSSO_'];
  if (role.startsWith('AWSServiceRoleFor') || role.includes('aws-service-role/'))
    return ['service-linked-role', 'the role is named as AWS names service-linked roles'];
  const exfiltration = /\/(?:Resource|Instance)CredentialExfiltration/.exec(typeName)?.[0];
  const isEcs = resources.some(({ kind }) => kind === 'ECSCluster');
  const lambda = resources.find(({ kind }) => kind === 'Lambda');
  if (lambda !== undefined && session !== '' && lambda.name === session)
    return ['lambda-role', 'the session is named after the Lambda function in the finding'];
  if (lambda !== undefined && role !== '' && roleOfLambda(lambda.details) === role)
    return ['lambda-role', 'the role is the execution role of the Lambda function in the finding'];
  if (INSTANCE.test(session)) return ['instance-profile', 'the session is named after an EC2 instance'];
  if (exfiltration === '/InstanceCredentialExfiltration')
    return ['instance-profile', 'this finding type is about credentials of an EC2 instance'];
  if (ECS_TASK.test(session) && (isEcs || exfiltration !== undefined))
    return ['ecs-role', 'the session is named like an ECS task in a finding about one'];
  if (exfiltration !== undefined && isEcs)
    return ['ecs-role', 'this finding type is about credentials of the ECS cluster in it'];
  if (exfiltration !== undefined && lambda !== undefined)
    return ['lambda-role', 'this finding type is about credentials of the Lambda function in it'];
  return ['assumed-role', ''];
}

function roleOfLambda(details: object): string | undefined {
  const arn = new Fields(details).text('role');
  return arn?.slice(arn.lastIndexOf('/') + 1);
}

const INSTANCE = /^i-(?:[0-9a-f]{8}|[0-9a-f]{17})$/;
const ECS_TASK = /^[0-9a-f]{32}$/;
