import type { PolicyDocument } from '@firebreak/iam';
import about from '../../policies/about.json' with { type: 'json' };
import billing from '../../policies/deny-billing.json' with { type: 'json' };
import iamChanges from '../../policies/deny-iam-changes-except-cloudformation.json' with { type: 'json' };
import networkCreation from '../../policies/deny-network-creation.json' with { type: 'json' };
import outsideAddresses from '../../policies/deny-outside-addresses.json' with { type: 'json' };
import s3Deletion from '../../policies/deny-s3-deletion.json' with { type: 'json' };
import s3Download from '../../policies/deny-s3-download.json' with { type: 'json' };

/** A deny policy that is ready to be attached to a user, a role or a group. */
export interface ReadyPolicy {
  /** Its file in `packages/containment/policies`. */
  readonly file: string;
  readonly denies: string;
  readonly passes: string;
  /** What to replace before it is used. */
  readonly placeholders: readonly { readonly text: string; readonly meaning: string }[];
  /** Titles of pages, with the guide that they are in. */
  readonly sources: readonly string[];
  readonly document: PolicyDocument;
}

const DOCUMENTS: Readonly<Record<string, unknown>> = {
  'deny-billing.json': billing,
  'deny-iam-changes-except-cloudformation.json': iamChanges,
  'deny-network-creation.json': networkCreation,
  'deny-outside-addresses.json': outsideAddresses,
  'deny-s3-deletion.json': s3Deletion,
  'deny-s3-download.json': s3Download,
};

/** The policies in `packages/containment/policies`, in the order of its `about.json`. */
export const READY_POLICIES: readonly ReadyPolicy[] = about.policies.map((policy) => ({
  ...policy,
  document: DOCUMENTS[policy.file] as PolicyDocument,
}));
