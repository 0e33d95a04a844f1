import { type Api, CallRefused, decodedPolicy } from '@firebreak/aws';
import { parseArn } from '@firebreak/iam';
import { TargetInvalid } from '../errors.ts';
import type { State } from '../plan.ts';

/** A role as GetRole answers, as far as actions look at it. */
export interface Role {
  /** Such as `/` or `/aws-service-role/guardduty.amazonaws.com/`. */
  readonly path: string;
  /** Such as `AROADEPLOYER22EXAMPLE`: a role that is made again under its name has another one. */
  readonly roleId: string;
  /** Such as `aws` or `aws-cn`. */
  readonly partition: string;
  readonly trust: unknown;
}

/**
 * Reads a role that IAM lets its account change.
 *
 * @param attempt what is tried, for the message: `revoke the sessions of`.
 * @throws {TargetInvalid} for a role that only AWS itself changes, with the right way.
 * @throws {AwsProblem} when it cannot be read.
 */
export async function ownRole(role: string, account: string, api: Api, attempt: string): Promise<Role> {
  const answer = await api.call({ service: 'iam', operation: 'GetRole', input: { RoleName: role }, account });
  const { Path: path, ...found } = answer['Role'] as {
    readonly Path: string;
    readonly RoleId: string;
    readonly Arn: string;
    readonly AssumeRolePolicyDocument: unknown;
  };
  refuseRoleOfAws(`Cannot ${attempt} role ${role}`, role, path);
  const { RoleId: roleId, Arn, AssumeRolePolicyDocument: trust } = found;
  return { path, roleId, partition: parseArn(Arn)?.partition ?? 'aws', trust };
}

/** @throws {CallRefused} when the document cannot be read, for then it could not be put back. */
export function trustDocument({ trust }: Role, role: string): State {
  const document = decodedPolicy(trust);
  if (document !== undefined) return document as State;
  throw new CallRefused(`Cannot read the trust policy of role ${role}: it is no JSON object`, {
    remedy: 'Look at it in the console: firebreak cannot put back what it cannot read.',
  });
}

/**
 * Sources: IAM User Guide, "Revoke IAM role temporary security credentials"; IAM Identity Center User Guide,
 * "Referencing permission sets in resource policies", for the path and the name.
 */
function refuseRoleOfAws(lead: string, role: string, path: string): void {
  if (path.startsWith('/aws-service-role/')) {
    throw new TargetInvalid(`${lead}: it is a service-linked role, and AWS does not allow it`, {
      remedy: 'Contain the resource that uses the role, or the principal that drives the service.',
    });
  }
  if (path.startsWith('/aws-reserved/') || role.startsWith('AWSReservedSSO_')) {
    throw new TargetInvalid(`${lead}: roles of IAM Identity Center cannot be edited in IAM`, {
      remedy:
        'Put a deny into the permission set, or deny the user by a service control policy on identitystore:userId.',
    });
  }
}
