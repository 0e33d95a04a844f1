import type { Finding, FindingCredential, FindingGap } from '../finding.ts';
import type { FindingPrincipal } from '../finding-principal.ts';
import type { FindingWithoutGaps } from './find-gaps.ts';
import { accessKeyOf } from './read-credential.ts';

/** What a finding does not tell about the key that signed the calls, and about whoever is behind it. */
export function credentialGaps(gaps: FindingGap[], finding: FindingWithoutGaps): void {
  const { credential, principal, accountId } = finding;
  if (credential === undefined || principal?.type === 'anonymous') return;
  const { accessKeyId, ownerAccountId } = credential;
  if (accessKeyId === undefined) {
    gaps.push({
      what: 'The finding names a principal but no access key',
      lookup:
        "Search CloudTrail for the principal's calls between first and last seen: each record has the key.",
    });
  } else if (ownerAccountId === undefined) {
    gaps.push({
      what: `The access key id does not tell which account owns it: ${accessKeyOf(accessKeyId).unknownBecause}`,
      lookup: 'Ask sts:GetAccessKeyInfo for the key.',
    });
  } else if (accountId !== undefined && ownerAccountId !== accountId) {
    gaps.push({
      what: `The finding was raised in account ${accountId}, but the key belongs to ${ownerAccountId}`,
      lookup: `Contain the principal in account ${ownerAccountId}, and look there for how the key was issued.`,
    });
  }
  if (principal !== undefined) sessionGap(gaps, credential, principal, finding);
}

function sessionGap(
  gaps: FindingGap[],
  { accessKeyId, kind }: FindingCredential,
  { type, name, sessionName }: FindingPrincipal,
  { sequence }: Pick<Finding, 'sequence'>,
): void {
  const lookup = accessKeyId === undefined ? BY_SESSION_NAME : BY_ISSUED_KEY;
  if (type === 'assumed-role' || type === 'identity-center' || type === 'federated-user') {
    if (sequence?.actors.some(({ sessionIssuer }) => sessionIssuer !== undefined) === true) return;
    const session = sessionName === undefined ? 'this session' : `session "${sessionName}"`;
    const of = name === undefined || type === 'federated-user' ? '' : ` of ${name}`;
    gaps.push({ what: `Who opened ${session}${of} is not in the finding`, lookup });
  } else if (type === 'iam-user' && kind === 'temporary') {
    gaps.push({
      what: `The key is temporary: which of the user's long-term keys, or a console sign-in, issued it is not in the finding`,
      lookup,
    });
  } else if (type === 'instance-profile' && sessionName === undefined) {
    gaps.push({ what: 'Which instance the credentials were issued to is not in the finding', lookup });
  }
}

/** Source: CloudTrail API Reference, "LookupEvents". */
const BY_ISSUED_KEY =
  'Ask cloudtrail:LookupEvents for the key as ResourceName: the event that it finds issued the key. Each Region and ' +
  'account keeps its own.';
const BY_SESSION_NAME =
  'Search CloudTrail for the AssumeRole, GetFederationToken or GetSessionToken event with this session name. A name is ' +
  'only a hint: the caller chose it.';
