/** One call to AWS, as the enforcement code sees it. */
export interface AuthorizationRequest {
  /** Service prefix and action, such as `s3:ListAllMyBuckets`. Case does not matter. */
  readonly action: string;
  /** The ARN that the call is about, or `*` for an action that has no resource type. */
  readonly resource: string;
  /**
   * Who calls, by the most specific ARN: of the user, the role session, the federated user or the root user.
   * The account id has 12 digits and is also the account of the resource.
   */
  readonly principal: { readonly arn: string; readonly accountId: string };
  /**
   * Condition keys to values; case of the keys does not matter. A key that is left out is absent from the request.
   * `aws:PrincipalAccount`, `aws:PrincipalArn` and a user's `aws:username` follow from the principal unless they are given.
   * Give `aws:PrincipalArn` for a role that has a path: the session's ARN does not show it.
   * Dates are ISO 8601 with a zone, or epoch seconds; binary values are base64.
   */
  readonly context: Readonly<Record<string, string | readonly string[] | number | boolean>>;
}
