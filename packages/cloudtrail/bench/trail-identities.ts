/** A `userIdentity` as CloudTrail writes it. */
export type GeneratedIdentity = Readonly<Record<string, unknown>>;

/** Somebody who makes calls: with a key, or without one. */
export interface Caller {
  readonly identity: GeneratedIdentity;
  /** Absent where the record names no key: services, identity providers, the console. */
  readonly key: string | undefined;
  readonly account: string;
}

export interface RoleSession {
  readonly key: string;
  readonly account: string;
  readonly role: string;
  readonly roleId: string;
  readonly name: string;
  readonly begun: string;
  readonly sourceIdentity?: string | undefined;
  /** Whether EC2 handed the session to an instance. */
  readonly delivered?: boolean;
}

export function userCaller(user: string, userId: string, key: string, account: string): Caller {
  const identity = {
    type: 'IAMUser',
    principalId: userId,
    arn: `arn:aws:iam::${account}:user/${user}`,
    accountId: account,
    accessKeyId: key,
    userName: user,
  };
  return { identity, key, account };
}

/** The same user with a session that GetSessionToken or the console gave. */
export function userSession(caller: Caller, key: string, begun: string): Caller {
  const attributes = { creationDate: begun, mfaAuthenticated: 'true' };
  return {
    ...caller,
    key,
    identity: { ...caller.identity, accessKeyId: key, sessionContext: { attributes } },
  };
}

export function roleCaller(session: RoleSession): Caller {
  const { key, account, role, roleId, name, begun, sourceIdentity } = session;
  const sessionContext = {
    sessionIssuer: {
      type: 'Role',
      principalId: roleId,
      arn: `arn:aws:iam::${account}:role/${role}`,
      accountId: account,
      userName: role,
    },
    webIdFederationData: {},
    attributes: { creationDate: begun, mfaAuthenticated: 'false' },
    ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
    ...(session.delivered ? { ec2RoleDelivery: '2.0' } : {}),
  };
  const identity = {
    type: 'AssumedRole',
    principalId: `${roleId}:${name}`,
    arn: `arn:aws:sts::${account}:assumed-role/${role}/${name}`,
    accountId: account,
    accessKeyId: key,
    sessionContext,
  };
  return { identity, key, account };
}

export function federatedCaller(user: Caller, key: string, name: string, begun: string): Caller {
  const { account, identity } = user;
  const sessionContext = {
    sessionIssuer: {
      type: 'IAMUser',
      principalId: identity['principalId'],
      arn: identity['arn'],
      accountId: account,
      userName: identity['userName'],
    },
    attributes: { creationDate: begun, mfaAuthenticated: 'false' },
  };
  return {
    account,
    key,
    identity: {
      type: 'FederatedUser',
      principalId: `${account}:${name}`,
      arn: `arn:aws:sts::${account}:federated-user/${name}`,
      accountId: account,
      accessKeyId: key,
      sessionContext,
    },
  };
}

/** A caller without a key: a service, an identity provider's user. */
export function keyless(identity: GeneratedIdentity, account: string): Caller {
  return { identity, key: undefined, account };
}

/** What the other account's copy of a cross-account call says of its caller. */
export function elsewhere({ identity, account }: Caller): GeneratedIdentity {
  return { type: 'AWSAccount', principalId: identity['principalId'], accountId: account };
}
