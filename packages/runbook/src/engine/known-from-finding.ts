import type { Lineage, LineageKey, LineageRoot } from '@firebreak/cloudtrail';
import type { Finding } from '@firebreak/guardduty';

/**
 * Fills in what the finding itself says of its key, where the logs do not mention that key. The gap stays: what a
 * finding says is not a record of the call. For an assumed role, the finding's user name is the role's name.
 * Source: GuardDuty API Reference, "AccessKeyDetails".
 */
export function withFinding(lineage: Lineage, { credential, accountId }: Finding): Lineage {
  const [first, ...rest] = lineage.chain;
  const isAboutIt = first !== undefined && first.accessKeyId === credential?.accessKeyId;
  if (!isAboutIt || first.principalArn !== null || credential === undefined) return lineage;
  const { userName = null, userType, principalId } = credential;
  const isRole = userType === 'AssumedRole' || userType === 'Role';
  const arn = isRole ? sessionArn(accountId, userName, principalId) : userArn(accountId, userName, userType);
  const known: LineageKey = {
    ...first,
    principalArn: arn,
    roleName: isRole ? userName : null,
    account: accountId ?? first.account,
  };
  const root: LineageRoot = {
    ...lineage.root,
    name: userName ?? lineage.root.name,
    userName: userType === 'IAMUser' ? userName : null,
  };
  return { ...lineage, chain: [known, ...rest], root };
}

function sessionArn(
  account: string | undefined,
  role: string | null,
  principalId: string | undefined,
): string | null {
  const session = principalId?.split(':')[1];
  return account && role && session ? `arn:aws:sts::${account}:assumed-role/${role}/${session}` : null;
}

function userArn(account: string | undefined, user: string | null, type: string | undefined): string | null {
  return account && user && type === 'IAMUser' ? `arn:aws:iam::${account}:user/${user}` : null;
}
