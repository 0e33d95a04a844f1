import type { Api } from '@firebreak/aws';

/** A role's path, such as `/` or `/aws-service-role/guardduty.amazonaws.com/`. */
export async function rolePath(role: string, account: string, api: Api): Promise<string> {
  const answer = await api.call({ service: 'iam', operation: 'GetRole', input: { RoleName: role }, account });
  return (answer['Role'] as { Path: string }).Path;
}
