import { assumedRoleOfArn, parseArn, readAccessKey, roleNameOfArn } from '@firebreak/iam';
import type { AdviceFinding, AdviceIdentity } from './advice-input.ts';
import { type Subject, subject } from './subject.ts';

/** Types of the package guardduty whose `name` is that of a role. */
const OF_ROLES: readonly string[] = [
  'assumed-role',
  'instance-profile',
  'lambda-role',
  'ecs-role',
  'service-linked-role',
  'identity-center',
];

/** The credential that a finding is about. Its account is the key's owner; the finding's own may be another one. */
export function subjectOfFinding(finding: AdviceFinding): Subject {
  const { principal, credential, partition } = finding;
  const type = principal?.type;
  const ofRole = type !== undefined && OF_ROLES.includes(type);
  const federated = type === 'federated-user' ? principal?.sessionName : undefined;
  return subject(
    {
      key: credential?.accessKeyId,
      account: credential?.ownerAccountId ?? finding.accountId,
      session: ofRole ? principal?.sessionName : undefined,
    },
    {
      sample: finding.sample ? 'yes' : null,
      'finding-type': finding.type.name,
      principal: type,
      'user-type': credential?.userType,
      role: ofRole && principal?.name?.startsWith('arn:') !== true ? principal?.name : null,
      user: type === 'iam-user' ? principal?.name : null,
      'federated-user': federated,
      partition,
      ...instanceOf(finding, ofRole ? principal?.sessionName : undefined),
    },
  );
}

/**
 * The instance's ARN, if the finding is about the instance itself: then it is in the Region of the finding. Where only a
 * session is named after it, the instance may run in any Region, and a deny with the wrong one stops nothing.
 */
function instanceOf(
  { resources, region, accountId, partition = 'aws' }: AdviceFinding,
  session: string | undefined,
): { readonly instance?: string; readonly region?: string } {
  const isIt = resources.some(({ kind, id }) => kind === 'Instance' && id !== undefined && id === session);
  if (!isIt || region === undefined || accountId === undefined) return {};
  return { instance: `arn:${partition}:ec2:${region}:${accountId}:instance/${session}`, region };
}

/** The credential behind `userIdentity` of a CloudTrail record. */
export function subjectOfIdentity(identity: AdviceIdentity): Subject {
  const { type, arn = '', sessionContext: context = {} } = identity;
  const issuerArn = context.sessionIssuer?.arn;
  const ofRole = type === 'AssumedRole' || type === 'Role';
  const role = roleNameOfArn(issuerArn ?? arn) ?? assumedRoleOfArn(arn)?.roleName;
  const federated = type === 'FederatedUser' ? /:federated-user\/(.+)$/.exec(arn)?.[1] : undefined;
  const issuerUser = context.sessionIssuer?.userName ?? issuerArn?.slice(issuerArn.lastIndexOf('/') + 1);
  const isRoot = context.assumedRoot === true || context.assumedRoot === 'true';
  return subject(
    {
      key: identity.accessKeyId,
      issuerArn: ofRole ? (issuerArn ?? undefined) : undefined,
      account: parseArn(issuerArn ?? arn)?.accountId || identity.accountId,
      session: assumedRoleOfArn(arn)?.sessionName,
    },
    {
      'user-type': type,
      principal:
        identity.userName === 'ANONYMOUS_PRINCIPAL' || identity.accountId === 'ANONYMOUS_PRINCIPAL'
          ? 'anonymous'
          : null,
      role: ofRole ? role : null,
      user: type === 'IAMUser' ? identity.userName : type === 'FederatedUser' ? issuerUser : null,
      'federated-user': federated,
      'source-identity': context.sourceIdentity,
      'identity-user': identity.onBehalfOf?.userId,
      'assumed-root': isRoot ? 'yes' : null,
      provider: context.webIdFederationData?.federatedProvider,
      // A service that calls for a session of somebody has not issued that session.
      service: type === 'AWSService' ? identity.invokedBy : null,
      'root-kind': context.ec2RoleDelivery === undefined ? null : 'ec2-instance',
      partition: parseArn(arn)?.partition,
    },
  );
}

/** All that an access key's id says by itself. */
export function subjectOfKey(key: string): Subject {
  return subject({ key, account: readAccessKey(key).accountId }, {});
}
