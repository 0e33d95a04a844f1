import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A role that may be assumed. */
export interface FakeRole {
  /** What its trust policy asks for. */
  readonly externalId?: string;
  /** Whether its trust policy allows sts:SetSourceIdentity. */
  readonly sourceIdentity: boolean;
}

export interface FakeRequest {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** The key that signed it, and the region that it was signed for. */
  readonly key: string;
  readonly region: string;
}

/**
 * An organisation on this machine: STS, an event history without events, and of IAM the policies of the user build-bot,
 * whose name is that of the account. Nothing else is there.
 */
export interface OrganisationServer extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly FakeRequest[];
  /** Roles by ARN; may be changed while it runs. */
  readonly roles: Map<string, FakeRole>;
  /** What AWS refuses, such as `iam:GetRole` without its service: `GetRole`. */
  readonly refused: Set<string>;
  /** How long sessions last. */
  lifetimeMs: number;
}

/** The account that each key belongs to; sessions add their own. */
const TERMINAL = { key: 'AKIARTXV5AHDQEXAMPLE', account: '111111111111' };

/** Starts the server. The terminal's key is of account 111111111111. */
export async function organisationServer(): Promise<OrganisationServer> {
  const requests: FakeRequest[] = [];
  const roles = new Map<string, FakeRole>();
  const refused = new Set<string>();
  const owners = new Map([
    [TERMINAL.key, { account: TERMINAL.account, arn: 'arn:aws:iam::111111111111:user/alice' }],
  ]);
  const state = { lifetimeMs: 3_600_000 };
  const answer = ({ action, parameters, key }: FakeRequest): [status: number, body: string] => {
    const owner = owners.get(key);
    if (owner === undefined) return fault(403, 'InvalidClientTokenId');
    if (action === 'GetCallerIdentity')
      return ok(action, `<Account>${owner.account}</Account><Arn>${owner.arn}</Arn>`);
    if (action === 'AssumeRole') return assume(parameters);
    if (refused.has(action)) return fault(403, 'AccessDenied');
    if (action === 'LookupEvents') return [200, '{"Events":[]}'];
    if (parameters['UserName'] !== 'build-bot') return fault(404, 'NoSuchEntity');
    return ok(
      action,
      `<PolicyNames><member>of-${owner.account}</member></PolicyNames><IsTruncated>false</IsTruncated>`,
    );
  };
  const assume = (parameters: FakeRequest['parameters']): [number, string] => {
    const { RoleArn = '', RoleSessionName = '', ExternalId, SourceIdentity } = parameters;
    const role = roles.get(RoleArn);
    if (role === undefined || role.externalId !== ExternalId) return fault(403, 'AccessDenied');
    if (SourceIdentity !== undefined && !role.sourceIdentity) return fault(403, 'AccessDenied');
    const [, account = '', name = ''] = /^arn:aws:iam::(\d{12}):role\/(.+)$/.exec(RoleArn) ?? [];
    const key = sessionKey(owners.size);
    const arn = `arn:aws:sts::${account}:assumed-role/${name}/${RoleSessionName}`;
    owners.set(key, { account, arn });
    const expires = new Date(Date.now() + state.lifetimeMs).toISOString();
    return ok(
      'AssumeRole',
      `<Credentials><AccessKeyId>${key}</AccessKeyId><SecretAccessKey>fake</SecretAccessKey><SessionToken>${key}</SessionToken><Expiration>${expires}</Expiration></Credentials><AssumedRoleUser><Arn>${arn}</Arn></AssumedRoleUser>`,
    );
  };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const target = String(request.headers['x-amz-target'] ?? '');
    const asked = target === '' ? parametersOf(body) : { action: target.replace(/.*\./, ''), parameters: {} };
    const received = { ...signatureOf(request.headers), ...asked };
    requests.push(received);
    const [status, text] = answer(received);
    const type = target === '' ? 'text/xml' : 'application/x-amz-json-1.1';
    response.writeHead(status, { 'content-type': type }).end(target === '' || status < 400 ? text : DENIED);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    roles,
    refused,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

/** How services that speak JSON refuse. */
const DENIED = '{"__type":"AccessDeniedException","message":"not authorized"}';

function sessionKey(index: number): string {
  return `ASIARTXV5AHD${'QRSTUVWXYZ234567'[index % 16]}EXAMPLE`;
}

function signatureOf({ authorization = '' }: IncomingHttpHeaders): Pick<FakeRequest, 'key' | 'region'> {
  const [, key = '', region = ''] = /Credential=([^/]+)\/\d+\/([^/]+)\//.exec(authorization) ?? [];
  return { key, region };
}

function parametersOf(body: string): Pick<FakeRequest, 'action' | 'parameters'> {
  const { Action: action = '', Version: _, ...parameters } = Object.fromEntries(new URLSearchParams(body));
  return { action, parameters };
}

function ok(action: string, result: string): [number, string] {
  return [200, `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`];
}

function fault(status: number, code: string): [number, string] {
  return [
    status,
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>not authorized</Message></Error></ErrorResponse>`,
  ];
}
