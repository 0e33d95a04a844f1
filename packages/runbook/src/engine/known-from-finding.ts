import type { LineageSource, TrailIdentity } from '@firebreak/cloudtrail';
import type { Finding } from '@firebreak/guardduty';

/**
 * A source of lineage that falls back on what the finding itself says of its key, when the logs do not mention it.
 * For an assumed role, the finding's user name is the role's name.
 * Source: GuardDuty API Reference, "AccessKeyDetails".
 */
export function knownFromFinding(
  { credential, accountId }: Finding,
  logs: LineageSource | undefined,
): LineageSource {
  return {
    issuanceOf: async (key) => logs?.issuanceOf(key),
    issuedBy: async (key) => (await logs?.issuedBy(key)) ?? [],
    async identityOf(key): Promise<TrailIdentity | undefined> {
      const seen = await logs?.identityOf(key);
      if (seen !== undefined || credential === undefined || credential.accessKeyId !== key) return seen;
      const { userName, userType, principalId } = credential;
      const isRole = userType === 'AssumedRole' || userType === 'Role';
      const session = principalId?.split(':')[1];
      const knowsRole = isRole && userName !== undefined && accountId !== undefined;
      return {
        type: userType,
        principalId,
        arn:
          knowsRole && session !== undefined
            ? `arn:aws:sts::${accountId}:assumed-role/${userName}/${session}`
            : undefined,
        accountId,
        accessKeyId: key,
        userName,
        invokedBy: undefined,
        sessionIssuerArn: knowsRole ? `arn:aws:iam::${accountId}:role/${userName}` : undefined,
        sourceIdentity: undefined,
        onBehalfOfUserId: undefined,
      };
    },
  };
}
