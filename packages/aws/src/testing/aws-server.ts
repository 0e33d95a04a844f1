import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What to answer to one request; status 0 breaks the connection off without an answer. */
export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AwsServer extends AsyncDisposable {
  readonly url: string;
  /** What was sent, in order. */
  readonly requests: { readonly body: string; readonly headers: IncomingHttpHeaders }[];
}

/** A server on this machine in the place of AWS. It gives the replies in order, the last for ever. */
export async function awsServer(...replies: readonly Reply[]): Promise<AwsServer> {
  const requests: AwsServer['requests'] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    requests.push({ body, headers: request.headers });
    const reply = replies[Math.min(requests.length, replies.length) - 1];
    if (reply === undefined || reply.status === 0) request.socket.destroy();
    else response.writeHead(reply.status, { 'content-type': 'text/xml', ...reply.headers }).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An error as the query protocol of IAM and STS writes it. */
export function failure(status: number, code: string, message = 'no'): Reply {
  return {
    status,
    body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
  };
}
