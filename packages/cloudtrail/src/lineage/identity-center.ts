import { assumedRoleOfArn, roleNameOfArn } from '@firebreak/iam';
import type { TrailCaller } from './trail-caller.ts';

/**
 * Whether IAM Identity Center made the role for a permission set.
 * Source: IAM Identity Center User Guide, "Permission sets".
 */
export function isIdentityCenterRole(roleName: string | undefined): boolean {
  return roleName?.startsWith('AWSReservedSSO_') === true;
}

/** The role of a session, as its caller's ARN or issuer says. */
export function roleOfCaller({ arn, sessionIssuerArn }: TrailCaller): string | undefined {
  return roleNameOfArn(sessionIssuerArn ?? '') ?? assumedRoleOfArn(arn ?? '')?.roleName;
}

/** The name of a caller's session. */
export function sessionOfCaller({ arn }: TrailCaller): string | undefined {
  return assumedRoleOfArn(arn ?? '')?.sessionName;
}
