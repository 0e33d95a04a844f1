import type { Clients } from './operations.ts';

/** Where to look for credentials, and where IAM is called. */
export interface ConnectOptions {
  readonly profile?: string | undefined;
  /** STS is regional; a session from the global endpoint is not valid in opt-in regions. */
  readonly region?: string | undefined;
  /** The region when neither `region` nor the environment names one; us-east-1 when this is absent too. */
  readonly fallbackRegion?: string | undefined;
}

/**
 * SDK clients with the SDK's standard chain of credentials, adaptive retries and regional STS. The retries are for
 * reads; a `write` of the table of operations goes out once.
 */
export async function connect({ profile, region, fallbackRegion }: ConnectOptions): Promise<Clients> {
  const [{ IAMClient }, { STSClient }] = await Promise.all([
    import('@aws-sdk/client-iam'),
    import('@aws-sdk/client-sts'),
  ]);
  const settings = {
    region:
      region ||
      process.env['AWS_REGION'] ||
      process.env['AWS_DEFAULT_REGION'] ||
      fallbackRegion ||
      'us-east-1',
    retryMode: 'adaptive',
    maxAttempts: 5,
    ...(profile === undefined ? {} : { profile }),
  };
  return { iam: new IAMClient(settings), sts: new STSClient(settings) };
}
