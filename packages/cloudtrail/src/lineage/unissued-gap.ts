import { assumedRoleOfArn } from '@firebreak/iam';
import { compareTimes } from '../read/trail-time.ts';
import { isIdentityCenterRole, roleOfCaller, sessionOfCaller } from './identity-center.ts';
import type { LineageGap } from './lineage.ts';
import { gap } from './lineage-gaps.ts';
import type { LineageCoverage } from './lineage-source.ts';
import { keyOr, lookupCommand, nameOr } from './lookup-command.ts';
import { owningUser } from './owning-user.ts';
import type { TrailCall } from './trail-call.ts';
import type { TrailCaller } from './trail-caller.ts';

/** A key that signed calls, and that no record hands out. */
export interface UnissuedKey {
  readonly key: string;
  readonly identity: TrailCaller;
  /** The switch of role in the console that began its session, where a record says so. */
  readonly switched: TrailCall | undefined;
  readonly coverage: LineageCoverage | undefined;
}

/**
 * Why no record hands a key out that signed calls, and what to look for instead. Keys of console sessions are never in a
 * record; for any other, the issuing call is in the logs of earlier days, or of another region or account.
 * Source: IAM User Guide, "Logging IAM and AWS STS API calls with AWS CloudTrail".
 */
export function unissuedGap(unissued: UnissuedKey): LineageGap {
  const { identity, switched } = unissued;
  if (identity.type === 'Root') return rootSession(unissued);
  if (switched !== undefined || (identity.fromConsole !== undefined && identity.type === 'AssumedRole'))
    return consoleSwitch(unissued);
  if (identity.fromConsole !== undefined && identity.type === 'IAMUser') return consoleSignIn(unissued);
  if (identity.fromConsole !== undefined && identity.type === 'FederatedUser')
    return federatedSignIn(unissued);
  return tooEarly(unissued) ?? notInLogs(unissued);
}

/** The roles of IAM Identity Center and of SAML are assumed at sign-in, too, and not by a switch of role. */
function consoleSwitch(unissued: UnissuedKey): LineageGap {
  const { key, identity, switched } = unissued;
  const session = holderOf(identity);
  if (switched === undefined && isIdentityCenterRole(roleOfCaller(identity))) {
    return gap(
      'console-sign-in',
      `No record hands out ${key}, a key of the AWS console for ${session}: an IAM Identity Center user signed in`,
      'Look for the sign-in in the log of the account that runs IAM Identity Center',
      lookupCommand('EventName', 'Federate', { around: identity.sessionCreated }),
    );
  }
  const from = switched?.switchedFrom;
  const began = beginning(identity);
  const what = `No record hands out ${key}, a key of the AWS console for ${session}${began}`;
  if (from === undefined) {
    return gap(
      'console-role-switch',
      `${what}: somebody switched to the role in the console, or signed in to it with SAML`,
      'Look for SwitchRole, which names who it was in SwitchFrom, or for ConsoleLogin',
      lookupCommand('Username', nameOr(sessionOfCaller(identity), 'SESSION'), {
        around: identity.sessionCreated,
      }),
    );
  }
  return gap(
    'console-role-switch',
    `${what}: the role was switched to in the console by ${from} (event ${switched?.id ?? 'without id'})`,
    'Look for what that user did in the console before, in the account of the user',
    lookupCommand('Username', nameOr(from.slice(from.lastIndexOf('/') + 1), 'USER')),
  );
}

function consoleSignIn({ key, identity }: UnissuedKey): LineageGap {
  const user = owningUser(identity)?.user;
  return gap(
    'console-sign-in',
    `No record hands out ${key}, a key of the AWS console for user ${user ?? 'unknown'}${beginning(identity)}`,
    'Look for the sign-in: its address, and whether MFA was used',
    lookupCommand('EventName', 'ConsoleLogin', { around: identity.sessionCreated }),
  );
}

/** GetFederationToken makes a session, GetSigninToken takes it to the console, and the console makes keys of its own. */
function federatedSignIn({ key, identity }: UnissuedKey): LineageGap {
  return gap(
    'console-sign-in',
    `No record hands out ${key}, a key of the AWS console for ${identity.arn ?? 'a federated user'}, whose permissions are those of user ${owningUser(identity)?.user ?? 'unknown'}${beginning(identity)}`,
    'Look for GetFederationToken of that user, up to 36 hours earlier: the key that signed it, and its address',
    lookupCommand('EventName', 'GetFederationToken'),
  );
}

function rootSession(unissued: UnissuedKey): LineageGap {
  const { key, identity } = unissued;
  const what = `No record hands out ${key}, a session of the root user of account ${identity.accountId ?? 'unknown'}${beginning(identity)}`;
  if (identity.assumedRoot === undefined && identity.fromConsole !== undefined) {
    return gap(
      'console-sign-in',
      `${what}, in the AWS console`,
      'Look for the sign-in: its address, and whether MFA was used',
      lookupCommand('EventName', 'ConsoleLogin', { around: identity.sessionCreated, region: 'us-east-1' }),
    );
  }
  const early = identity.assumedRoot === undefined ? tooEarly(unissued) : undefined;
  if (early !== undefined) return early;
  return gap(
    identity.assumedRoot === undefined ? 'issuance-not-in-logs' : 'other-account',
    `${what}${identity.assumedRoot === undefined ? ': the console, GetSessionToken or AssumeRoot' : ', begun with AssumeRoot'}`,
    "Look for AssumeRoot in the organisation's management account, or the account that it has delegated IAM to",
    lookupCommand('EventName', 'AssumeRoot', { around: identity.sessionCreated }),
  );
}

/** The session began before the first record. */
function tooEarly({ key, identity, coverage }: UnissuedKey): LineageGap | undefined {
  const { sessionCreated } = identity;
  const from = coverage?.from;
  if (sessionCreated === undefined || from === undefined || compareTimes(sessionCreated, from) >= 0)
    return undefined;
  return gap(
    'beyond-retention',
    `No record hands out ${key}, a session of ${holderOf(identity)}: it began at ${sessionCreated}, and the records begin at ${from}`,
    `Get the logs of ${sessionCreated.slice(0, 10)}, of all regions; or, as long as that is less than 90 days ago`,
    lookupCommand('ResourceName', keyOr(key), { around: sessionCreated }),
  );
}

function notInLogs({ key, identity }: UnissuedKey): LineageGap {
  const { sessionCreated } = identity;
  const command = lookupCommand('ResourceName', keyOr(key), { around: sessionCreated });
  if (isIdentityCenterRole(roleOfCaller(identity))) {
    return gap(
      'service-issued',
      `No record hands out ${key}, a session of ${holderOf(identity)}${beginning(identity)}: IAM Identity Center gave it to the user`,
      'Look for AssumeRoleWithSAML in the region of IAM Identity Center, and for GetRoleCredentials of sso.amazonaws.com in the account that runs it',
      command,
    );
  }
  const delivery =
    identity.ec2RoleDelivery === undefined ? '' : ', given to the instance by its metadata service';
  const when =
    sessionCreated === undefined ? 'up to 36 hours before its first use' : `around ${sessionCreated}`;
  return gap(
    'issuance-not-in-logs',
    `No record hands out ${key}${holderSuffix(identity)}${delivery}`,
    `Look in the region and account that issued it (${when})`,
    command,
  );
}

function holderSuffix(identity: TrailCaller): string {
  const holder = issuerOf(identity);
  return holder === undefined ? '' : `, a session of ${holder}${beginning(identity)}`;
}

function holderOf(identity: TrailCaller): string {
  return issuerOf(identity) ?? identity.arn ?? 'an unknown holder';
}

function issuerOf(identity: TrailCaller): string | undefined {
  const user = owningUser(identity)?.user;
  const session = assumedRoleOfArn(identity.arn ?? '') === undefined ? undefined : identity.arn;
  return identity.sessionIssuerArn ?? (user === undefined ? session : `user ${user}`);
}

function beginning({ sessionCreated }: TrailCaller): string {
  return sessionCreated === undefined ? '' : ` that began at ${sessionCreated}`;
}
