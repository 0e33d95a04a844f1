import type { Api } from '@firebreak/aws';

/** A user as GetUser answers, as far as actions look at it. */
export interface User {
  readonly arn: string;
  /** The ARN of the policy that bounds its permissions. */
  readonly boundary: string | null;
}

/** Reads a user; ListUsers leaves the boundary out. Source: IAM API Reference, "GetUser". */
export async function userNamed(user: string, account: string, api: Api): Promise<User> {
  const answer = await api.call({ service: 'iam', operation: 'GetUser', input: { UserName: user }, account });
  const { Arn, PermissionsBoundary } = answer['User'] as {
    Arn: string;
    PermissionsBoundary?: { PermissionsBoundaryArn: string };
  };
  return { arn: Arn, boundary: PermissionsBoundary?.PermissionsBoundaryArn ?? null };
}
