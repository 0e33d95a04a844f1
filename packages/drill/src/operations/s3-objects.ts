import { createHash } from 'node:crypto';
import {
  GetObjectCommand,
  type GetObjectOutput,
  type GetObjectRequest,
  ListObjectsV2Command,
  type ListObjectsV2Output,
  type ListObjectsV2Request,
  NoSuchKey,
} from '@aws-sdk/client-s3';
import { own } from '../organisation/own.ts';
import { objectBody } from './object-body.ts';
import type { OperationDefinition } from './operation.ts';
import { bucketPolicy, findBucket } from './s3-bucket.ts';
import { metadata } from './service-fault.ts';

const listObjectsV2: OperationDefinition<ListObjectsV2Request, ListObjectsV2Output> = {
  service: 's3',
  name: 'ListObjectsV2',
  Command: ListObjectsV2Command,
  action: 's3:ListBucket',
  changes: false,
  resource: ({ Bucket }) => `arn:aws:s3:::${Bucket}`,
  context: ({ Prefix }) => (Prefix === undefined ? {} : { 's3:prefix': Prefix }),
  resourcePolicy: ({ Bucket }, call) => bucketPolicy(call, Bucket),
  answer({ Bucket, Prefix = '', MaxKeys = 1000, ContinuationToken, StartAfter = '' }, call) {
    const after = ContinuationToken ?? StartAfter;
    const keys = Object.entries(findBucket(call, Bucket).objects)
      .filter(([key]) => key.startsWith(Prefix) && key > after)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const shown = keys.slice(0, MaxKeys);
    const last = shown.at(-1)?.[0];
    const more = shown.length < keys.length;
    return {
      Name: Bucket,
      Prefix,
      MaxKeys,
      KeyCount: shown.length,
      IsTruncated: more,
      ...(more && last !== undefined ? { NextContinuationToken: last } : {}),
      Contents: shown.map(([Key, { lastModified, body }]) => ({
        Key,
        LastModified: new Date(lastModified),
        ETag: etag(body),
        Size: Buffer.byteLength(body),
        StorageClass: 'STANDARD',
      })),
    };
  },
};

const getObject: OperationDefinition<GetObjectRequest, GetObjectOutput> = {
  service: 's3',
  name: 'GetObject',
  Command: GetObjectCommand,
  action: 's3:GetObject',
  changes: false,
  resource: ({ Bucket, Key }) => `arn:aws:s3:::${Bucket}/${Key}`,
  resourcePolicy: ({ Bucket }, call) => bucketPolicy(call, Bucket),
  answer({ Bucket, Key = '' }, call) {
    const object = own(findBucket(call, Bucket).objects, Key);
    if (object === undefined)
      throw new NoSuchKey({ message: 'The specified key does not exist.', $metadata: metadata(404) });
    return {
      Body: objectBody(object.body),
      ContentLength: Buffer.byteLength(object.body),
      ContentType: object.contentType,
      LastModified: new Date(object.lastModified),
      ETag: etag(object.body),
    };
  },
};

function etag(body: string): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

/** Lists and reads objects. */
export const OBJECT_OPERATIONS = [listObjectsV2, getObject];
