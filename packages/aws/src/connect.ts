import type { CloudTrailClient, CloudTrailClientConfig } from '@aws-sdk/client-cloudtrail';
import type { CredentialProvider } from './clients/role-credentials.ts';
import type { Clients } from './operations.ts';

/** Where to look for credentials, and where IAM is called. */
export interface ConnectOptions {
  readonly profile?: string | undefined;
  /** Of an assumed role; the standard chain of credentials when absent. */
  readonly credentials?: CredentialProvider;
  /** STS is regional; a session from the global endpoint is not valid in opt-in regions. */
  readonly region?: string | undefined;
  /** The region when neither `region` nor the environment names one; us-east-1 when this is absent too. */
  readonly fallbackRegion?: string | undefined;
}

/**
 * SDK clients with the SDK's standard chain of credentials, adaptive retries and regional STS. The retries are for
 * reads; a `write` of the table of operations goes out once. CloudTrail's client is loaded when it is first called.
 */
export async function connect({
  profile,
  credentials,
  region,
  fallbackRegion,
}: ConnectOptions): Promise<Clients> {
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
    ...(credentials === undefined ? {} : { credentials }),
  };
  return {
    iam: new IAMClient(settings),
    sts: new STSClient(settings),
    cloudtrail: cloudTrailClients(settings),
  };
}

/**
 * One client a region. LookupEvents takes two requests a second, so whoever calls it keeps to that pace and repeats
 * what was too much at once; the client sends each request once.
 * Source: CloudTrail API Reference, "LookupEvents".
 */
export function cloudTrailClients(settings: CloudTrailClientConfig): Clients['cloudtrail'] {
  const clients = new Map<string | undefined, CloudTrailClient>();
  return async (region) => {
    const known = clients.get(region);
    if (known !== undefined) return known;
    const { CloudTrailClient } = await import('@aws-sdk/client-cloudtrail');
    const own = { ...settings, retryMode: 'standard', maxAttempts: 1 };
    const client = new CloudTrailClient(region === undefined ? own : { ...own, region });
    clients.set(region, client);
    return client;
  };
}
