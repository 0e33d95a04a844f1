/**
 * One AWS API call as a value: it can be shown, approved, written to the journal and printed as an AWS CLI line
 * before it is sent. Service and operation are spelled as in CloudTrail's `eventSource` and `eventName`.
 */
export interface ApiCall {
  readonly service: 'cloudtrail' | 'guardduty' | 'iam' | 'sts' | 's3';
  readonly operation: string;
  /** The SDK's input shape (PascalCase), JSON values only. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The account that the call is meant for, 12 digits. */
  readonly account: string;
  /** For a regional service, such as `eu-west-1`; the region of the credentials if absent. */
  readonly region?: string;
}

/** An answer from AWS in the SDK's output shape, without `$metadata`. */
export type ApiAnswer = Readonly<Record<string, unknown>>;

/** What stands between an action and AWS: the SDK's clients, or a person with the AWS CLI. */
export interface Api {
  /**
   * Sends one call and returns its answer.
   *
   * @throws {AwsProblem} of the class that says what is known of the outcome.
   */
  call(call: ApiCall, options?: { readonly signal?: AbortSignal | undefined }): Promise<ApiAnswer>;
}

/** `iam:UpdateAccessKey` for a call. */
export function operationName(call: Pick<ApiCall, 'service' | 'operation'>): string {
  return `${call.service}:${call.operation}`;
}
