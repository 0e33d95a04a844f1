export type PrincipalType =
  | 'root'
  | 'iam-user'
  | 'assumed-role'
  | 'federated-user'
  | 'identity-center'
  | 'instance-profile'
  | 'lambda-role'
  | 'ecs-role'
  | 'service-linked-role'
  | 'aws-service'
  | 'anonymous'
  | 'unknown';

/**
 * Who acted. The type decides which containment works, so it comes with the reason for the verdict.
 * Source: CloudTrail User Guide, "CloudTrail userIdentity element"; GuardDuty API Reference, "AccessKeyDetails".
 */
export interface FindingPrincipal {
  readonly type: PrincipalType;
  /** The user's or the role's name. */
  readonly name: string | undefined;
  /** `AIDA…`, `AROA…:session`, `account:name` or an account id, as it was delivered. */
  readonly principalId: string | undefined;
  /** Chosen by whoever assumed the role, unless an AWS service did. */
  readonly sessionName: string | undefined;
  /** The field and the rule that decided, as one clause. */
  readonly why: string;
}
