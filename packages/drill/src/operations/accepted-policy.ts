import { LimitExceededException, MalformedPolicyDocumentException } from '@aws-sdk/client-iam';
import { INLINE_POLICY_QUOTA, policySize } from '@firebreak/iam';
import { isPolicyDocument } from '../organisation/policy-schema.ts';
import { metadata, serviceFault } from './service-fault.ts';

/** An inline policy that is about to be put on a user or a role. */
export interface IncomingPolicy {
  readonly kind: 'user' | 'role';
  readonly holder: string;
  readonly name: string;
  readonly text: string;
  /** The inline policies that the holder has already. */
  readonly present: Readonly<Record<string, string>>;
}

/**
 * Refuses what IAM refuses: characters outside its range, no policy by its grammar, or more than the quota, which
 * counts all inline policies of one identity together and leaves white space out.
 * Sources: IAM API Reference, PutUserPolicy; IAM User Guide, "IAM and AWS STS quotas".
 *
 * @throws {MalformedPolicyDocumentException} for what is no policy.
 * @throws {LimitExceededException} when the quota would be passed.
 */
export function refuseUnacceptedPolicy({ kind, holder, name, text, present }: IncomingPolicy): void {
  if (!/^[\t\n\r\u0020-\u00FF]+$/.test(text))
    throw serviceFault(
      'iam',
      'ValidationError',
      'The specified value for policyDocument is invalid. It must contain only printable ASCII characters.',
      400,
    );
  if (!isPolicyDocument(text))
    throw new MalformedPolicyDocumentException({
      message: 'Syntax errors in policy.',
      $metadata: metadata(400),
    });
  const quota = INLINE_POLICY_QUOTA[kind];
  const after = { ...present, [name]: text };
  const total = Object.values(after).reduce((sum, policy) => sum + policySize(policy), 0);
  if (total > quota)
    throw new LimitExceededException({
      message: `Maximum policy size of ${quota} bytes exceeded for ${kind} ${holder}`,
      $metadata: metadata(409),
    });
}
