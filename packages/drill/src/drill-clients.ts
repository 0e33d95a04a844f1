import { IAMClient } from '@aws-sdk/client-iam';
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import type { Organisation } from './organisation/organisation.ts';
import { notSimulated, type StandBehindOptions, standBehind } from './organisation/stand-behind.ts';

/** The SDK clients of one set of credentials. */
export interface DrillClients {
  readonly iam: IAMClient;
  readonly sts: STSClient;
  readonly s3: S3Client;
  /** @throws {CommandNotSimulated} always: the organisation writes log files, and has no event history to look up. */
  cloudtrail(): Promise<never>;
}

export interface ClientIdentity extends StandBehindOptions {
  readonly accessKeyId: string;
  readonly region: string;
}

/** Makes real SDK clients that stand on a simulated organisation. Only the key id of their credentials means anything. */
export function drillClients(
  organisation: Organisation,
  { accessKeyId, region, ...options }: ClientIdentity,
): DrillClients {
  const temporary = accessKeyId.startsWith('ASIA');
  const credentials = {
    accessKeyId,
    secretAccessKey: 'simulated',
    ...(temporary ? { sessionToken: 'simulated' } : {}),
  };
  const clients = {
    iam: new IAMClient({ region, credentials }),
    sts: new STSClient({ region, credentials }),
    s3: new S3Client({ region, credentials }),
  };
  for (const client of Object.values(clients)) standBehind(client, organisation, options);
  return {
    ...clients,
    cloudtrail: () => Promise.reject(notSimulated('cloudtrail:LookupEvents')),
  };
}
