import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GuardDutyClient } from '@aws-sdk/client-guardduty';
import type { ClientFor } from '../client-for.ts';
import { answerRequest, type FakeAnswer, type FakeRegion } from './fake-region.ts';

/** What the fake server was asked, in order. */
export interface FakeCall {
  readonly region: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** GuardDuty over HTTP for tests: the regions that it has, the calls it took, and clients that reach it. */
export interface FakeGuardDuty extends AsyncDisposable {
  readonly calls: readonly FakeCall[];
  readonly clientFor: ClientFor;
}

/** Starts the server. One address serves all regions: which one is meant stands in the request's signature. */
export async function fakeGuardDuty(regions: Readonly<Record<string, FakeRegion>>): Promise<FakeGuardDuty> {
  const calls: FakeCall[] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const region = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    const path = decodeURI(request.url ?? '');
    calls.push({ region, path, body });
    const answer: FakeAnswer = answerRequest(regions[region], path, body);
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      ...(answer.error === undefined ? {} : { 'x-amzn-errortype': answer.error }),
    });
    response.end(JSON.stringify(answer.body));
  };
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const clients: GuardDutyClient[] = [];
  return {
    calls,
    clientFor: (region) => {
      const client = new GuardDutyClient({
        region,
        endpoint: `http://127.0.0.1:${port}`,
        credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'fake' },
        maxAttempts: 2,
      });
      clients.push(client);
      return client;
    },
    async [Symbol.asyncDispose]() {
      for (const client of clients) client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
