/** A CloudTrail record as it was delivered. */
export type TrailRecord = Readonly<Record<string, unknown>>;

/**
 * One CloudTrail event: the fields that lineage and timeline need, and the record it came from. The fields are read from
 * the record when they are asked for, so that `{ ...event }` has none of them.
 * Source: CloudTrail User Guide, "CloudTrail record contents" and "CloudTrail userIdentity element".
 */
export interface TrailEvent {
  readonly id: string | undefined;
  /** The same in the trails of all accounts that one call is recorded in. */
  readonly sharedEventId: string | undefined;
  /** ISO 8601 in UTC, such as `2020-09-14T00:48:30Z`, however the record writes it; milliseconds only if it has some. */
  readonly time: string;
  readonly name: string;
  /** `AwsApiCall`, `AwsServiceEvent`, `AwsConsoleSignIn`, `AwsConsoleAction`, … */
  readonly eventType: string | undefined;
  readonly readOnly: boolean | undefined;
  /** The service, such as `sts.amazonaws.com`. */
  readonly source: string | undefined;
  readonly region: string | undefined;
  /** The account whose trail this is in. */
  readonly accountId: string | undefined;
  readonly sourceAddress: string | undefined;
  readonly userAgent: string | undefined;
  readonly errorCode: string | undefined;
  readonly errorMessage: string | undefined;
  /** Whether the credentials of the call come from a sign-in to the console. */
  readonly sessionCredentialFromConsole: boolean;
  readonly identity: TrailIdentity;
  /**
   * The access key that the call handed out: `responseElements.credentials.accessKeyId`, for CreateAccessKey
   * `responseElements.accessKey.accessKeyId`, for CreateSession of IAM Roles Anywhere
   * `responseElements.credentialSet[0].credentials.accessKeyId`. Absent where it is the key that signed: GetSigninToken
   * names the key whose session goes to the console, and hands out no other.
   * Source: IAM Roles Anywhere User Guide, "CreateSession API".
   */
  readonly issuedKeyId: string | undefined;
  /** The role session that the call began, from `responseElements.assumedRoleUser.arn`. */
  readonly assumedRoleArn: string | undefined;
  /** The IAM user that the call made a key, password or other credential for, where it names one. */
  readonly credentialUser: string | undefined;
  /** What an STS call asked for. */
  readonly requestedRoleArn: string | undefined;
  readonly requestedSessionName: string | undefined;
  readonly record: TrailRecord;
}

/** Who made the call. */
export interface TrailIdentity {
  /** `Root`, `IAMUser`, `AssumedRole`, `FederatedUser`, `AWSService`, `SAMLUser`, `WebIdentityUser`, … */
  readonly type: string | undefined;
  readonly principalId: string | undefined;
  readonly arn: string | undefined;
  readonly accountId: string | undefined;
  readonly accessKeyId: string | undefined;
  readonly userName: string | undefined;
  /** The id of a credential that is no access key, such as a bearer token. */
  readonly credentialId: string | undefined;
  /** The AWS service that made the call, such as `ec2.amazonaws.com`. */
  readonly invokedBy: string | undefined;
  /** The provider that signed a `SAMLUser` or `WebIdentityUser` in. */
  readonly identityProvider: string | undefined;
  /** The role or user that temporary credentials were issued from. */
  readonly sessionIssuerArn: string | undefined;
  /** `Role`, `IAMUser` or `Root`. */
  readonly sessionIssuerType: string | undefined;
  /** The name of that role or user. */
  readonly sessionIssuerName: string | undefined;
  /** When the temporary credentials were issued, in UTC. */
  readonly sessionCreated: string | undefined;
  readonly mfaAuthenticated: boolean | undefined;
  readonly sourceIdentity: string | undefined;
  /** `1.0` or `2.0`, the version of the instance metadata service that handed the credentials out. */
  readonly ec2RoleDelivery: string | undefined;
  /** Whether the session was begun with AssumeRoot. */
  readonly assumedRoot: boolean | undefined;
  readonly onBehalfOfUserId: string | undefined;
}
