import type { Clients } from './operations.ts';

/** Where to look for credentials, and where IAM is called. */
export interface ConnectOptions {
  readonly profile?: string | undefined;
  /** STS is regional; a session from the global endpoint is not valid in opt-in regions. */
  readonly region?: string | undefined;
}

/** SDK clients with the SDK's standard chain of credentials, adaptive retries and regional STS. */
export async function connect({ profile, region }: ConnectOptions): Promise<Clients> {
  const [{ IAMClient }, { STSClient }] = await Promise.all([
    import('@aws-sdk/client-iam'),
    import('@aws-sdk/client-sts'),
  ]);
  const settings = {
    region: region ?? process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'] ?? 'us-east-1',
    retryMode: 'adaptive',
    maxAttempts: 5,
    ...(profile === undefined ? {} : { profile }),
  };
  return { iam: new IAMClient(settings), sts: new STSClient(settings) };
}
