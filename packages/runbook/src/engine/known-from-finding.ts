import {
  type Lineage,
  type LineageGap,
  type LineageKey,
  lineageRoles,
  lineageUsers,
} from '@firebreak/cloudtrail';
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
  const account = first.account ?? accountId;
  const arn = isRole ? sessionArn(account, userName, principalId) : userArn(account, userName, userType);
  const user = userType === 'IAMUser' ? userName : null;
  const key: LineageKey = {
    ...first,
    principalArn: arn,
    roleName: isRole ? userName : null,
    userName: user,
    account: account ?? null,
  };
  const { root } = lineage;
  const known: Lineage = {
    ...lineage,
    chain: [key, ...rest],
    root: {
      ...root,
      kind: root.kind === 'unknown' && user !== null ? 'iam-user' : root.kind,
      name: userName ?? root.name,
      userName: user,
      account: account ?? null,
    },
    gaps: [...lineage.gaps, ...accountGap(first.account, accountId)],
  };
  return { ...known, roles: lineageRoles(known), users: lineageUsers(known) };
}

/** The key's owner is who has to be contained; the finding may have been raised where the key was only used. */
function accountGap(owner: string | null, finding: string | undefined): LineageGap[] {
  if (owner === null || finding === undefined || owner === finding) return [];
  const command = 'aws sts get-access-key-info --access-key-id KEY';
  return [
    {
      kind: 'account-differs',
      what: `The finding is about account ${finding}, and the key belongs to account ${owner}`,
      lookup: `Make sure which it is before anything is contained: ${command}`,
      command,
    },
  ];
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
