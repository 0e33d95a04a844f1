import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Fields = Readonly<Record<string, unknown>>;

export interface FakeCloudTrailOptions {
  readonly pageSize?: number;
  /** Each so-and-so-many-th request is too much at once. */
  readonly throttleEvery?: number;
  /** Regions that refuse. */
  readonly refuse?: readonly string[];
}

/** STS and CloudTrail over HTTP for tests, of account 111111111111. */
export interface FakeCloudTrail extends AsyncDisposable {
  readonly url: string;
  /** What was looked up, in order, with the region that was asked. */
  readonly asked: readonly (Fields & { readonly region: string })[];
  throttled(): number;
}

/** Starts the server. One address serves all regions: which one is meant stands in the request's signature. */
export async function fakeCloudTrail(
  records: readonly Fields[],
  { pageSize = 50, throttleEvery, refuse = [] }: FakeCloudTrailOptions,
): Promise<FakeCloudTrail> {
  const asked: (Fields & { region: string })[] = [];
  let throttled = 0;
  let requests = 0;
  const lookup = (region: string, input: Fields): readonly [status: number, body: Fields] => {
    requests += 1;
    if (refuse.includes(region)) return [400, { __type: 'AccessDeniedException', message: 'no' }];
    if (throttleEvery !== undefined && requests % throttleEvery === 0) {
      throttled += 1;
      return [400, { __type: 'ThrottlingException', message: 'Rate exceeded' }];
    }
    asked.push({ ...input, region });
    const found = records.filter((record) => record['awsRegion'] === region && isFound(record, input));
    const start = Number(input['NextToken'] ?? 0);
    const Events = found.slice(start, start + pageSize).map((record) => ({
      EventId: record['eventID'],
      CloudTrailEvent: JSON.stringify(record),
    }));
    const next = start + pageSize < found.length ? { NextToken: String(start + pageSize) } : {};
    return [200, { Events, ...next }];
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const scope = /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\//.exec(request.headers.authorization ?? '');
    if (scope?.[2] === 'sts') {
      response.writeHead(200, { 'content-type': 'text/xml' }).end(CALLER);
      return;
    }
    const [status, body] = lookup(scope?.[1] ?? '', JSON.parse(text) as Fields);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    throttled: () => throttled,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const CALLER =
  '<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111111111111:role/Reader</Arn><Account>111111111111</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';

function isFound(record: Fields, { LookupAttributes }: Fields): boolean {
  const [attribute] = LookupAttributes as readonly { AttributeKey: string; AttributeValue: string }[];
  const identity = record['userIdentity'] as Fields;
  const response = (record['responseElements'] ?? {}) as Fields;
  const issued = (response['credentials'] ?? {}) as Fields;
  if (attribute?.AttributeKey === 'AccessKeyId') return identity['accessKeyId'] === attribute.AttributeValue;
  return attribute?.AttributeKey === 'ResourceName' && issued['accessKeyId'] === attribute.AttributeValue;
}
