import type { Api } from '@firebreak/aws';
import { listed } from './listed.ts';

interface Metadata {
  readonly ServiceSpecificCredentialId: string;
  readonly ServiceName: string;
  readonly Status: string;
}

/** The service-specific credentials of a user by id: of which service, and `Active`, `Inactive` or `Expired`. */
export async function serviceCredentialsOf(
  user: string,
  account: string,
  api: Api,
): Promise<Readonly<Record<string, { readonly service: string; readonly status: string }>>> {
  const call = {
    service: 'iam',
    operation: 'ListServiceSpecificCredentials',
    input: { UserName: user },
    account,
  } as const;
  const all = await Array.fromAsync(listed<Metadata>(call, 'ServiceSpecificCredentials', api));
  return Object.fromEntries(
    all.map(({ ServiceSpecificCredentialId: id, ServiceName, Status }) => [
      id,
      { service: ServiceName, status: Status },
    ]),
  );
}
