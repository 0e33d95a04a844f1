import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DeliveredObject } from '../../packages/cloudtrail/src/testing/digest-writer.ts';

const LOCATION = '<LocationConstraint>eu-central-1</LocationConstraint>';
const NO_SUCH_KEY = '<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>';

/** Buckets and public keys, served as S3 and CloudTrail to the AWS CLI on the loopback address. */
export interface FakeAws extends AsyncDisposable {
  readonly url: string;
}

export async function serveFakeAws(objects: readonly DeliveredObject[], keys: object): Promise<FakeAws> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => answer(request, response, objects, keys));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => new Promise((closed) => server.close(() => closed())),
  };
}

function answer(
  { headers, url = '/' }: IncomingMessage,
  response: ServerResponse,
  objects: readonly DeliveredObject[],
  keys: object,
): void {
  const target = headers['x-amz-target'];
  if (target !== undefined) {
    if (!String(target).endsWith('ListPublicKeys')) {
      response.writeHead(400).end('{}');
      return;
    }
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(keys));
    return;
  }
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const [, bucket = '', key = ''] = /^\/([^/]+)\/?(.*)$/.exec(decodeURIComponent(pathname)) ?? [];
  const object = objects.find((each) => each.bucket === bucket && each.key === key);
  if (searchParams.has('location')) xml(response, 200, LOCATION);
  else if (key === '') xml(response, 200, listing(bucket, searchParams, objects));
  else if (object === undefined) xml(response, 404, NO_SUCH_KEY);
  else {
    const metadata = Object.entries(object.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]);
    const headersOut = { ...Object.fromEntries(metadata), 'content-length': object.body.length };
    response.writeHead(200, headersOut).end(object.body);
  }
}

function listing(bucket: string, query: URLSearchParams, objects: readonly DeliveredObject[]): string {
  const prefix = query.get('prefix') ?? '';
  const marker = query.get('marker') ?? '';
  const keys = objects
    .filter((object) => object.bucket === bucket && object.key.startsWith(prefix) && object.key > marker)
    .map(({ key }) => key)
    .sort();
  const contents = keys.map((key) => `<Contents><Key>${key}</Key><Size>1</Size></Contents>`).join('');
  return `<ListBucketResult><Name>${bucket}</Name><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`;
}

function xml(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?>${body}`);
}
