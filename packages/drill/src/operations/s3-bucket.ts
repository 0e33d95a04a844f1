import { NoSuchBucket } from '@aws-sdk/client-s3';
import { CommandNotSimulated } from '../errors.ts';
import type { BucketState } from '../organisation/organisation-schema.ts';
import { own } from '../organisation/own.ts';
import type { Call } from './operation.ts';
import { metadata } from './service-fault.ts';

/**
 * A bucket of the caller's account.
 *
 * @throws {CommandNotSimulated} for a bucket of another account, whose rules are not simulated yet.
 * @throws {NoSuchBucket} for a bucket that no account has.
 */
export function findBucket({ account, draft }: Call, name: string | undefined): BucketState {
  const bucket = own(account.buckets, name ?? '');
  if (bucket !== undefined) return bucket;
  const accounts = Object.values(draft.organisation.accounts);
  if (accounts.some(({ buckets }) => own(buckets, name ?? '') !== undefined))
    throw new CommandNotSimulated(`Cannot reach bucket ${name}: it belongs to another account`, {
      remedy: 'Let the call come from the account that owns the bucket.',
    });
  throw new NoSuchBucket({ message: 'The specified bucket does not exist', $metadata: metadata(404) });
}

/** The bucket's own policy, if it has one. */
export function bucketPolicy(
  call: Call,
  name: string | undefined,
): { readonly name: string; readonly text: string } | undefined {
  const text = findBucket(call, name).policy;
  return text === undefined ? undefined : { name: `bucket policy of ${name}`, text };
}
