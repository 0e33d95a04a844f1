import type { ApiCall } from '../api-call.ts';
import { OutcomeUnknown } from '../errors.ts';
import { problemOf } from '../sdk-error.ts';
import type { CredentialProvider } from './role-credentials.ts';

/** Which bucket, and how it is reached. */
export interface BucketOptions {
  readonly bucket: string;
  /** Where to ask first; S3 says where the bucket is if that is wrong. */
  readonly region: string;
  readonly profile?: string | undefined;
  readonly credentials?: CredentialProvider | undefined;
}

/** A bucket, for looking at what it holds. */
export interface Bucket extends Disposable {
  /** The names of the folders below a prefix that ends in a slash, without it. @throws {AwsProblem} */
  folders(prefix: string, signal?: AbortSignal): Promise<string[]>;
  /** Whether anything lies below a prefix. @throws {AwsProblem} */
  holds(prefix: string, signal?: AbortSignal): Promise<boolean>;
}

/** Opens a bucket, with the standard chain of credentials unless others are given. Nothing is asked yet. */
export async function openBucket({ bucket, region, profile, credentials }: BucketOptions): Promise<Bucket> {
  const { ListObjectsV2Command, S3Client } = await import('@aws-sdk/client-s3');
  const client = new S3Client({
    region,
    followRegionRedirects: true,
    maxAttempts: 5,
    ...(profile === undefined ? {} : { profile }),
    ...(credentials === undefined ? {} : { credentials }),
  });
  const list = async (
    input: { Prefix: string; Delimiter?: string; MaxKeys?: number; ContinuationToken?: string | undefined },
    signal: AbortSignal | undefined,
  ) => {
    try {
      const command = new ListObjectsV2Command({ Bucket: bucket, ...input });
      return await client.send(command, signal === undefined ? {} : { abortSignal: signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw listProblem(bucket, error);
    }
  };
  return {
    async folders(Prefix, signal) {
      const names: string[] = [];
      let token: string | undefined;
      do {
        const page = await list({ Prefix, Delimiter: '/', ContinuationToken: token }, signal);
        for (const { Prefix: path = '' } of page.CommonPrefixes ?? [])
          names.push(path.slice(Prefix.length, -1));
        token = page.NextContinuationToken;
      } while (token !== undefined);
      return names;
    },
    async holds(Prefix, signal) {
      return ((await list({ Prefix, MaxKeys: 1 }, signal)).KeyCount ?? 0) > 0;
    },
    [Symbol.dispose]: () => client.destroy(),
  };
}

function listProblem(bucket: string, error: unknown) {
  const call: ApiCall = { service: 's3', operation: 'ListBucket', input: {}, account: `of bucket ${bucket}` };
  const problem = problemOf(call, error);
  if (!(problem instanceof OutcomeUnknown)) return problem;
  return new OutcomeUnknown(`Cannot list bucket ${bucket}: no answer came: ${(error as Error).message}`, {
    remedy: 'Check the network and the name of the bucket, then try again; it only reads.',
    cause: error,
  });
}
