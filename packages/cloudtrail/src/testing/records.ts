/** Builders for CloudTrail records in tests. Accounts are one digit repeated, key ids end in EXAMPLE. */

export const USER_KEY = 'AKIARTXV5AHDQEXAMPLE';
const ACCOUNT = '111111111111';

interface Session {
  readonly key: string;
  readonly role: string;
  readonly time: string;
  /** The account of the role; 111111111111 if absent. */
  readonly account?: string;
  readonly region?: string;
}

export function userIdentity(
  key: string,
  userName = 'build-bot',
  account = ACCOUNT,
): Record<string, unknown> {
  return {
    type: 'IAMUser',
    principalId: 'AIDAQBS6T6WOHEXAMPLE2',
    arn: `arn:aws:iam::${account}:user/${userName}`,
    accountId: account,
    accessKeyId: key,
    userName,
  };
}

/** The user as a call from the console has it: without a key. */
export function consoleIdentity(userName = 'build-bot', account = ACCOUNT): Record<string, unknown> {
  const { accessKeyId: _, ...identity } = userIdentity('', userName, account);
  return { ...identity, invokedBy: 'AWS Internal' };
}

export function roleIdentity(key: string, role: string, account = ACCOUNT): Record<string, unknown> {
  return {
    type: 'AssumedRole',
    principalId: `AROAQBS6T6WOHEXAMPLE2:${role.toLowerCase()}`,
    arn: `arn:aws:sts::${account}:assumed-role/${role}/${role.toLowerCase()}`,
    accountId: account,
    accessKeyId: key,
    sessionContext: {
      sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${account}:role/${role}`, userName: role },
    },
  };
}

/** A session that GetFederationToken issued to a user's key. */
export function federatedIdentity(key: string, userName = 'build-bot'): Record<string, unknown> {
  return {
    type: 'FederatedUser',
    principalId: `${ACCOUNT}:guest`,
    arn: `arn:aws:sts::${ACCOUNT}:federated-user/guest`,
    accountId: ACCOUNT,
    accessKeyId: key,
    sessionContext: {
      sessionIssuer: { type: 'IAMUser', arn: `arn:aws:iam::${ACCOUNT}:user/${userName}`, userName },
    },
  };
}

export function call(
  identity: Record<string, unknown>,
  eventName: string,
  eventTime: string,
): Record<string, unknown> {
  return {
    eventVersion: '1.11',
    userIdentity: identity,
    eventTime,
    eventSource: 's3.amazonaws.com',
    eventName,
    awsRegion: 'us-east-1',
    sourceIPAddress: '203.0.113.66',
    eventID: `${eventName}-${eventTime}`,
    recipientAccountId: identity['accountId'] ?? ACCOUNT,
  };
}

export function assumeRole(
  identity: Record<string, unknown>,
  { key, role, time, account = ACCOUNT, region = 'us-east-1' }: Session,
): Record<string, unknown> {
  return {
    ...call(identity, 'AssumeRole', time),
    eventSource: 'sts.amazonaws.com',
    awsRegion: region,
    requestParameters: {
      roleArn: `arn:aws:iam::${account}:role/${role}`,
      roleSessionName: role.toLowerCase(),
    },
    responseElements: { credentials: { accessKeyId: key } },
  };
}

/** What EC2 records when it gives an instance the credentials of its role. */
export function deliver(instance: string, { key, role, time }: Session): Record<string, unknown> {
  const record = assumeRole({ type: 'AWSService', invokedBy: 'ec2.amazonaws.com' }, { key, role, time });
  const requestParameters = {
    roleArn: `arn:aws:iam::${ACCOUNT}:role/${role}`,
    roleSessionName: instance,
  };
  return { ...record, requestParameters };
}

export function createAccessKey(
  identity: Record<string, unknown>,
  { key, user, time }: { key: string; user: string; time: string },
): Record<string, unknown> {
  return {
    ...call(identity, 'CreateAccessKey', time),
    eventSource: 'iam.amazonaws.com',
    requestParameters: { userName: user },
    responseElements: { accessKey: { userName: user, accessKeyId: key, status: 'Active' } },
  };
}
