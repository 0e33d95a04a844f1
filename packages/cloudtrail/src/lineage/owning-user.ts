import { parseArn } from '@firebreak/iam';
import type { TrailCaller } from './trail-caller.ts';

/** The fields that name a user. */
type Named = Pick<
  TrailCaller,
  'type' | 'arn' | 'accountId' | 'userName' | 'sessionIssuerArn' | 'sessionIssuerType' | 'sessionIssuerName'
>;

/** An IAM user by name. */
export interface OwningUser {
  readonly user: string;
  readonly account: string | null;
}

/**
 * The IAM user that an identity's permissions come from: of the user's own keys, of console sessions and GetSessionToken
 * sessions (type `IAMUser`), and of GetFederationToken sessions (type `FederatedUser`, issued by a user). Nothing for
 * roles, the root user, services, and for users that the record does not name.
 * Source: IAM User Guide, "Disabling permissions for temporary security credentials".
 */
export function owningUser(identity: Named): OwningUser | undefined {
  const { type, arn, sessionIssuerArn: issuer } = identity;
  const user =
    (type === 'IAMUser' ? identity.userName : undefined) ??
    userNameOfArn(arn) ??
    userNameOfArn(issuer) ??
    (identity.sessionIssuerType === 'IAMUser' ? identity.sessionIssuerName : undefined);
  return user === undefined
    ? undefined
    : { user, account: accountOf(arn) ?? accountOf(issuer) ?? identity.accountId ?? null };
}

/** A user's name without its path, from `arn:aws:iam::…:user/path/name`; nothing for any other ARN. */
export function userNameOfArn(text: string | undefined): string | undefined {
  const arn = text === undefined ? undefined : parseArn(text);
  if (arn?.service !== 'iam' || !arn.resource.startsWith('user/')) return undefined;
  return arn.resource.slice(arn.resource.lastIndexOf('/') + 1) || undefined;
}

function accountOf(arn: string | undefined): string | undefined {
  return (arn === undefined ? undefined : parseArn(arn)?.accountId) || undefined;
}
