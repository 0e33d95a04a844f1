import { LimitExceededException, MalformedPolicyDocumentException } from '@aws-sdk/client-iam';
import { type PolicyDocument, policySize, type Statement } from '@firebreak/iam';
import { parsePolicy } from '../organisation/effective-policies.ts';
import { isPolicyDocument } from '../organisation/policy-schema.ts';
import { metadata } from './service-fault.ts';

/** The default; a raised quota allows up to 4,096. Source: IAM User Guide, "IAM and AWS STS quotas". */
const TRUST_QUOTA = 2_048;

/**
 * Refuses what IAM refuses in a trust policy: no policy by its grammar, a statement without a principal or with a
 * resource, a unique id in the place of a principal, or more than the quota.
 * Sources: IAM API Reference, "UpdateAssumeRolePolicy"; IAM User Guide, "Troubleshoot IAM roles".
 */
export function refuseUnacceptedTrust(text: string): void {
  if (!isPolicyDocument(text)) throw malformed('Syntax errors in policy.');
  for (const statement of statementsOf(parsePolicy(text))) {
    if (statement.Resource !== undefined || statement.NotResource !== undefined)
      throw malformed('Has prohibited field Resource.');
    const principals = statement.Principal ?? statement.NotPrincipal;
    if (principals === undefined) throw malformed('Missing required field Principal.');
    const id = typeof principals === 'string' ? undefined : [principals['AWS'] ?? []].flat().find(isUniqueId);
    if (id !== undefined) throw malformed(`Invalid principal in policy: "AWS":"${id}"`);
  }
  if (policySize(text) > TRUST_QUOTA)
    throw new LimitExceededException({
      message: `Cannot exceed quota for ACLSizePerRole: ${TRUST_QUOTA}`,
      $metadata: metadata(409),
    });
}

function statementsOf({ Statement: all }: PolicyDocument): readonly Statement[] {
  return Array.isArray(all) ? all : [all as Statement];
}

function isUniqueId(entry: string): boolean {
  return /^A(?:ROA|IDA)[A-Z\d]{12,}$/.test(entry);
}

function malformed(message: string): MalformedPolicyDocumentException {
  return new MalformedPolicyDocumentException({ message, $metadata: metadata(400) });
}
