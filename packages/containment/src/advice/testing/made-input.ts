import type { AdviceFinding, AdviceKey, AdviceLineage } from '../advice-input.ts';

const ACCOUNT = '111111111111';

/** A finding about a key; what a test does not say is not in it. */
export function finding(
  principal: Partial<NonNullable<AdviceFinding['principal']>>,
  credential: Partial<NonNullable<AdviceFinding['credential']>> = {},
  more: Partial<AdviceFinding> = {},
): AdviceFinding {
  return {
    type: { name: 'UnauthorizedAccess:IAMUser/MaliciousIPCaller' },
    sample: false,
    accountId: ACCOUNT,
    region: 'eu-west-1',
    partition: 'aws',
    credential: { accessKeyId: undefined, userType: undefined, ownerAccountId: ACCOUNT, ...credential },
    principal: {
      type: 'unknown',
      name: undefined,
      principalId: undefined,
      sessionName: undefined,
      why: '',
      ...principal,
    },
    resources: [],
    gaps: [],
    ...more,
  };
}

export function key(accessKeyId: string, known: Partial<AdviceKey> = {}): AdviceKey {
  return {
    accessKeyId,
    issuedBy: null,
    eventName: null,
    principalArn: null,
    sessionIssuerArn: null,
    roleName: null,
    userName: null,
    account: ACCOUNT,
    sessionName: null,
    sourceIdentity: null,
    ...known,
  };
}

/** A session of a role. */
export function assumed(
  accessKeyId: string,
  issuedBy: string,
  role: string,
  known: Partial<AdviceKey> = {},
): AdviceKey {
  const account = known.account ?? ACCOUNT;
  return key(accessKeyId, {
    issuedBy,
    eventName: 'AssumeRole',
    roleName: role,
    sessionIssuerArn: `arn:aws:iam::${account}:role/${role}`,
    sessionName: 'build',
    ...known,
  });
}

export function lineage(
  root: Partial<AdviceLineage['root']>,
  chain: readonly AdviceKey[],
  known: Partial<AdviceLineage> = {},
): AdviceLineage {
  return {
    key: chain.at(-1)?.accessKeyId ?? '',
    chain,
    forward: [],
    root: {
      kind: 'unknown',
      name: 'unknown',
      userName: null,
      account: ACCOUNT,
      accessKeyId: null,
      provider: null,
      userId: null,
      sourceIdentity: null,
      ...root,
    },
    gaps: [],
    roles: [],
    users: [],
    ...known,
  };
}
