import type { Api } from '@firebreak/aws';

interface KeyMetadata {
  readonly AccessKeyId: string;
  readonly Status: string;
}

/** The access keys of a user and their status, `Active`, `Inactive` or `Expired`. A user has two at most. */
export async function accessKeysOf(user: string, account: string, api: Api): Promise<Map<string, string>> {
  const answer = await api.call({
    service: 'iam',
    operation: 'ListAccessKeys',
    input: { UserName: user },
    account,
  });
  const keys = answer['AccessKeyMetadata'] as readonly KeyMetadata[];
  return new Map(keys.map(({ AccessKeyId, Status }) => [AccessKeyId, Status]));
}
