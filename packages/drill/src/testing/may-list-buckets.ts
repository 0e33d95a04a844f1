import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { drillClients } from '../drill-clients.ts';
import type { Organisation } from '../organisation/organisation.ts';

/** Whether credentials are good for a call that their policies allow. */
export async function mayListBuckets(organisation: Organisation, accessKeyId: string): Promise<boolean> {
  const { s3 } = drillClients(organisation, { accessKeyId, region: 'eu-central-1' });
  return s3.send(new ListBucketsCommand({})).then(
    () => true,
    (error: Error) => {
      if (/^(AccessDenied|InvalidAccessKeyId)$/.test(error.name)) return false;
      throw error;
    },
  );
}
