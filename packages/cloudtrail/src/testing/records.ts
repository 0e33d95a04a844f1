/** Builders for CloudTrail records in tests. Accounts are one digit repeated, key ids end in EXAMPLE. */

export const USER_KEY = 'AKIAQBS6T6WOHEXAMPLE';

interface Session {
  readonly key: string;
  readonly role: string;
  readonly time: string;
}

export function userIdentity(key: string, userName = 'build-bot'): Record<string, unknown> {
  return {
    type: 'IAMUser',
    principalId: 'AIDAQBS6T6WOHEXAMPLE2',
    arn: `arn:aws:iam::111111111111:user/${userName}`,
    accountId: '111111111111',
    accessKeyId: key,
    userName,
  };
}

export function roleIdentity(key: string, role: string): Record<string, unknown> {
  return {
    type: 'AssumedRole',
    principalId: `AROAQBS6T6WOHEXAMPLE2:${role.toLowerCase()}`,
    arn: `arn:aws:sts::111111111111:assumed-role/${role}/${role.toLowerCase()}`,
    accountId: '111111111111',
    accessKeyId: key,
    sessionContext: { sessionIssuer: { type: 'Role', arn: `arn:aws:iam::111111111111:role/${role}` } },
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
    recipientAccountId: '111111111111',
  };
}

export function assumeRole(
  identity: Record<string, unknown>,
  { key, role, time }: Session,
): Record<string, unknown> {
  return {
    ...call(identity, 'AssumeRole', time),
    eventSource: 'sts.amazonaws.com',
    requestParameters: {
      roleArn: `arn:aws:iam::111111111111:role/${role}`,
      roleSessionName: role.toLowerCase(),
    },
    responseElements: { credentials: { accessKeyId: key } },
  };
}
