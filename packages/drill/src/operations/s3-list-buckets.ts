import { ListBucketsCommand, type ListBucketsOutput, type ListBucketsRequest } from '@aws-sdk/client-s3';
import type { OperationDefinition } from './operation.ts';

const listBuckets: OperationDefinition<ListBucketsRequest, ListBucketsOutput> = {
  service: 's3',
  name: 'ListBuckets',
  Command: ListBucketsCommand,
  action: 's3:ListAllMyBuckets',
  changes: false,
  resource: () => 'arn:aws:s3:::*',
  answer({ Prefix = '' }, { account }) {
    const buckets = Object.entries(account.buckets)
      .filter(([name]) => name.startsWith(Prefix))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      Buckets: buckets.map(([Name, { region, createDate }]) => ({
        Name,
        BucketRegion: region,
        CreationDate: new Date(createDate),
      })),
    };
  },
};

/** Lists buckets. */
export const BUCKET_OPERATIONS = [listBuckets];
