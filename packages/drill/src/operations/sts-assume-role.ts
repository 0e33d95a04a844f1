import { AssumeRoleCommand, type AssumeRoleRequest, type AssumeRoleResponse } from '@aws-sdk/client-sts';
import { parseArn, roleNameOfArn } from '@firebreak/iam';
import { parsePolicy } from '../organisation/effective-policies.ts';
import { roleArn, sessionArn } from '../organisation/entity-arn.ts';
import type { RoleState } from '../organisation/organisation-schema.ts';
import { own } from '../organisation/own.ts';
import { issueSession, refuseDuration } from './issue-session.ts';
import type { Call, OperationDefinition } from './operation.ts';
import { serviceFault } from './service-fault.ts';
import { decideOnTrust } from './trust-decision.ts';

/** A role assumed by a role lasts one hour at most. Source: IAM User Guide, "Roles terms and concepts". */
const CHAINED_SECONDS = 3600;

const assumeRole: OperationDefinition<AssumeRoleRequest, AssumeRoleResponse> = {
  service: 'sts',
  name: 'AssumeRole',
  Command: AssumeRoleCommand,
  action: 'sts:AssumeRole',
  changes: true,
  resource: ({ RoleArn = '' }) => RoleArn,
  decide(request, policies, { RoleArn, SourceIdentity }, call) {
    const target = targetRole(call, RoleArn);
    if (target === undefined)
      return {
        result: 'implicitly-denied',
        because: `There is no role ${RoleArn} that would trust the caller.`,
      };
    const question = {
      policies,
      trust: { name: `trust policy of ${target.name}`, document: parsePolicy(target.role.trustPolicy) },
      roleAccount: target.accountId,
    };
    const decision = decideOnTrust({ ...question, request });
    if (decision.result !== 'allowed' || sourceIdentityOf(call, SourceIdentity) === undefined)
      return decision;
    // Both permissions are needed as soon as there is a source identity, also one that goes along.
    return decideOnTrust({ ...question, request: { ...request, action: 'sts:SetSourceIdentity' } });
  },
  answer({ RoleArn, RoleSessionName = '', DurationSeconds = 3600, Policy, ...rest }, call) {
    const target = targetRole(call, RoleArn);
    if (target === undefined || !/^[\w+=,.@-]{2,64}$/.test(RoleSessionName))
      throw serviceFault(
        'sts',
        'ValidationError',
        `The role session name ${RoleSessionName} is invalid`,
        400,
      );
    const { accountId: account, name, role } = target;
    const chained = call.caller.session?.kind === 'assumed-role';
    refuseDuration(DurationSeconds, chained ? CHAINED_SECONDS : role.maxSessionDuration);
    const sourceIdentity = sourceIdentityOf(call, rest.SourceIdentity);
    const session = {
      kind: 'assumed-role',
      account,
      role: name,
      sessionName: RoleSessionName,
      ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
      ...(Policy === undefined ? {} : { policy: Policy }),
    } as const;
    return {
      Credentials: issueSession(session, DurationSeconds, call),
      AssumedRoleUser: {
        AssumedRoleId: `${role.roleId}:${RoleSessionName}`,
        Arn: sessionArn(account, name, RoleSessionName),
      },
      ...(sourceIdentity === undefined ? {} : { SourceIdentity: sourceIdentity }),
    };
  },
};

/** It is set once, and goes along when roles are chained. Source: STS API Reference, "AssumeRole". */
function sourceIdentityOf({ caller: { session } }: Call, asked: string | undefined): string | undefined {
  return (session?.kind === 'assumed-role' ? session.sourceIdentity : undefined) ?? asked;
}

function targetRole(
  { draft }: Call,
  arn: string | undefined,
): { accountId: string; name: string; role: RoleState } | undefined {
  const accountId = parseArn(arn ?? '')?.accountId ?? '';
  const name = roleNameOfArn(arn ?? '') ?? '';
  const account = own(draft.organisation.accounts, accountId);
  const role = account === undefined ? undefined : own(account.roles, name);
  if (role === undefined || roleArn(accountId, role.path, name) !== arn) return undefined;
  return { accountId, name, role };
}

/** Issues role sessions. */
export const ASSUME_ROLE_OPERATIONS = [assumeRole];
