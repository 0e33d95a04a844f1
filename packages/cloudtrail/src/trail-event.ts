/** A CloudTrail record as it was delivered. */
export type TrailRecord = Readonly<Record<string, unknown>>;

/**
 * One CloudTrail event: the fields that lineage and timeline need, and the record it came from.
 * Source: CloudTrail User Guide, "CloudTrail record contents" and "CloudTrail userIdentity element".
 */
export interface TrailEvent {
  readonly id: string | undefined;
  /** ISO 8601 in UTC, such as `2020-09-14T00:48:30Z`, however the record writes it; milliseconds only if it has some. */
  readonly time: string;
  readonly name: string;
  /** The service, such as `sts.amazonaws.com`. */
  readonly source: string | undefined;
  readonly region: string | undefined;
  /** The account whose trail this is in. */
  readonly accountId: string | undefined;
  readonly sourceAddress: string | undefined;
  readonly userAgent: string | undefined;
  readonly errorCode: string | undefined;
  readonly identity: TrailIdentity;
  /**
   * The access key that the call handed out: `responseElements.credentials.accessKeyId`, and for CreateAccessKey
   * `responseElements.accessKey.accessKeyId`.
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
  /** The AWS service that made the call, such as `ec2.amazonaws.com`. */
  readonly invokedBy: string | undefined;
  /** The role or user that temporary credentials were issued from. */
  readonly sessionIssuerArn: string | undefined;
  /** `Role`, `IAMUser` or `Root`. */
  readonly sessionIssuerType: string | undefined;
  /** The name of that role or user. */
  readonly sessionIssuerName: string | undefined;
  readonly sourceIdentity: string | undefined;
  readonly onBehalfOfUserId: string | undefined;
}
