/** What events are found by. Source: CloudTrail API Reference, "LookupAttribute". */
export type LookupAttribute = 'AccessKeyId' | 'EventName' | 'ResourceName' | 'Username';

/** One request to LookupEvents. It takes one attribute; times are ISO 8601. */
export interface LookupInput {
  readonly LookupAttributes: readonly [
    {
      readonly AttributeKey: LookupAttribute;
      readonly AttributeValue: string;
    },
  ];
  readonly StartTime?: string;
  readonly EndTime?: string;
  readonly NextToken?: string;
}

/** One page of its answer, newest first. */
export interface LookupAnswer {
  /** `CloudTrailEvent` is the record as JSON text. */
  readonly Events?: readonly { readonly CloudTrailEvent?: string | undefined }[] | undefined;
  readonly NextToken?: string | undefined;
}

/** Sends one request in one region of one account. */
export type LookupEvents = (
  input: LookupInput,
  options: { readonly signal?: AbortSignal | undefined },
) => Promise<LookupAnswer>;

/** A region of an account whose event history can be asked. */
export interface LookupPlace {
  readonly account: string;
  readonly region: string;
  readonly lookupEvents: LookupEvents;
}
