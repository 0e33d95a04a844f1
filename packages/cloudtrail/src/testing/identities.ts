/** More callers for CloudTrail records in tests: what AWS writes in special cases. */

const CREATED = '2026-09-14T07:00:00Z';

/** A session's identity with what AWS adds to its context. */
export function withSession(
  identity: Record<string, unknown>,
  context: Record<string, unknown>,
  creationDate: string = CREATED,
): Record<string, unknown> {
  const known = (identity['sessionContext'] ?? {}) as Record<string, unknown>;
  const attributes = { creationDate, mfaAuthenticated: 'false' };
  return { ...identity, sessionContext: { ...known, attributes, ...context } };
}

/** The caller as the trail of the role's account has it: no key, no name. */
export function otherAccountIdentity(account = '111111111111'): Record<string, unknown> {
  return { type: 'AWSAccount', principalId: 'AIDAQBS6T6WOHEXAMPLE2', accountId: account };
}

export function rootIdentity(key: string, account = '222222222222'): Record<string, unknown> {
  return {
    type: 'Root',
    principalId: account,
    arn: `arn:aws:iam::${account}:root`,
    accountId: account,
    accessKeyId: key,
  };
}

/** The record of a switch of role in the console, in the account of the role. */
export function switchRole(
  session: Record<string, unknown>,
  switchFrom: string,
  eventTime: string,
): Record<string, unknown> {
  const { accessKeyId: _, sessionContext: __, ...userIdentity } = session;
  return {
    eventVersion: '1.08',
    userIdentity,
    eventTime,
    eventSource: 'signin.amazonaws.com',
    eventName: 'SwitchRole',
    awsRegion: 'us-east-1',
    sourceIPAddress: '203.0.113.66',
    requestParameters: null,
    responseElements: { SwitchRole: 'Success' },
    additionalEventData: { SwitchFrom: switchFrom },
    eventID: `SwitchRole-${eventTime}`,
    eventType: 'AwsConsoleSignIn',
    recipientAccountId: userIdentity['accountId'],
  };
}
