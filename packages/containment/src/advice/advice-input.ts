/** The parts of a finding that advice looks at; a `Finding` of the package guardduty is one. */
export interface AdviceFinding {
  readonly type: { readonly name: string };
  readonly sample: boolean;
  readonly accountId: string | undefined;
  readonly region: string | undefined;
  readonly partition: string | undefined;
  readonly credential:
    | {
        readonly accessKeyId: string | undefined;
        readonly userType: string | undefined;
        readonly ownerAccountId: string | undefined;
      }
    | undefined;
  readonly principal:
    | {
        readonly type: string;
        readonly name: string | undefined;
        readonly principalId: string | undefined;
        readonly sessionName: string | undefined;
        readonly why: string;
      }
    | undefined;
  readonly resources: readonly { readonly kind: string; readonly id: string | undefined }[];
  readonly gaps: readonly { readonly what: string; readonly lookup: string }[];
}

export interface AdviceKey {
  readonly accessKeyId: string;
  readonly issuedBy: string | null;
  readonly eventName: string | null;
  readonly principalArn: string | null;
  readonly sessionIssuerArn: string | null;
  readonly roleName: string | null;
  readonly userName: string | null;
  readonly account: string | null;
  readonly sessionName: string | null;
  readonly sourceIdentity: string | null;
}

export type AdviceRootKind =
  | 'long-term-key'
  | 'iam-user'
  | 'root-user-key'
  | 'root-user'
  | 'ec2-instance'
  | 'aws-service'
  | 'identity-center-user'
  | 'saml-user'
  | 'web-identity-user'
  | 'unknown';

export type AdviceGapKind =
  | 'key-never-seen'
  | 'issuance-not-in-logs'
  | 'beyond-retention'
  | 'other-account'
  | 'console-role-switch'
  | 'console-sign-in'
  | 'caller-without-key'
  | 'service-issued'
  | 'made-by-hand'
  | 'other-credential'
  | 'unexplained-session'
  | 'loop'
  | 'source-unavailable'
  | 'account-differs';

/** The parts of a lineage that advice looks at; a `Lineage` of the package cloudtrail is one. */
export interface AdviceLineage {
  readonly key: string;
  readonly chain: readonly AdviceKey[];
  readonly forward: readonly AdviceKey[];
  readonly root: {
    readonly kind: AdviceRootKind;
    readonly name: string;
    readonly userName: string | null;
    readonly account: string | null;
    readonly accessKeyId: string | null;
    readonly provider: string | null;
    readonly userId: string | null;
    readonly sourceIdentity: string | null;
  };
  readonly gaps: readonly {
    readonly kind: AdviceGapKind;
    readonly what: string;
    readonly lookup: string;
    readonly command: string | null;
  }[];
  readonly roles: readonly { readonly role: string; readonly account: string | null }[];
  readonly users: readonly {
    readonly user: string;
    readonly account: string | null;
    readonly accessKeyId: string | null;
  }[];
}

/** `userIdentity` of a CloudTrail record, as far as advice looks at it. Source: CloudTrail User Guide, "userIdentity element". */
export interface AdviceIdentity {
  readonly type?: string;
  readonly principalId?: string;
  readonly arn?: string;
  readonly accountId?: string;
  readonly accessKeyId?: string;
  readonly userName?: string;
  readonly invokedBy?: string;
  readonly onBehalfOf?: { readonly userId?: string };
  readonly sessionContext?: {
    readonly sessionIssuer?: { readonly arn?: string; readonly userName?: string };
    readonly webIdFederationData?: { readonly federatedProvider?: string };
    readonly sourceIdentity?: string;
    readonly assumedRoot?: string | boolean;
    readonly ec2RoleDelivery?: string;
  };
}

/** What is known; at least one of them. */
export interface AdviceInput {
  readonly finding?: AdviceFinding;
  readonly lineage?: AdviceLineage;
  readonly key?: string;
  readonly identity?: AdviceIdentity;
}
