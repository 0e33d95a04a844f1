import { type Api, type ApiAnswer, type ApiCall, NotFound, operationName } from '@firebreak/aws';

/** One user and one role of an account, as far as the actions read and change them. */
export interface FakeAccount extends Api {
  readonly calls: ApiCall[];
  readonly keys: Map<string, string>;
  readonly policies: { User: Map<string, string>; Role: Map<string, string> };
  rolePath: string;
  /** Whether documents come URL-encoded, as from the API, or as objects, as from the AWS CLI. */
  documents: 'encoded' | 'objects';
}

const PAGE = 2;

/** An account in memory, which pages its lists in small pages. */
export function fakeAccount(): FakeAccount {
  const account: FakeAccount = {
    calls: [],
    keys: new Map(),
    policies: { User: new Map(), Role: new Map() },
    rolePath: '/',
    documents: 'encoded',
    async call(call) {
      account.calls.push(call);
      return answer(account, call);
    },
  };
  return account;
}

function answer(account: FakeAccount, call: ApiCall): ApiAnswer {
  const { operation } = call;
  const input = call.input as Record<string, string>;
  const policies = account.policies[operation.includes('Role') ? 'Role' : 'User'];
  const name = input['PolicyName'] ?? '';
  if (operation === 'ListAccessKeys') {
    return { AccessKeyMetadata: [...account.keys].map(([AccessKeyId, Status]) => ({ AccessKeyId, Status })) };
  }
  if (operation === 'UpdateAccessKey') account.keys.set(input['AccessKeyId'] ?? '', input['Status'] ?? '');
  else if (operation === 'GetRole') return { Role: { Path: account.rolePath } };
  else if (operation.startsWith('List')) return page([...policies.keys()], Number(input['Marker'] ?? 0));
  else if (operation.startsWith('Put')) policies.set(name, input['PolicyDocument'] ?? '');
  else if (operation.startsWith('Delete')) policies.delete(name);
  else return { PolicyDocument: document(account, call, policies.get(name)) };
  return {};
}

function page(names: readonly string[], from: number): ApiAnswer {
  const more = from + PAGE < names.length;
  return {
    PolicyNames: names.slice(from, from + PAGE),
    IsTruncated: more,
    ...(more ? { Marker: String(from + PAGE) } : {}),
  };
}

function document({ documents }: FakeAccount, call: ApiCall, text: string | undefined): unknown {
  if (text === undefined)
    throw new NotFound(`Cannot call ${operationName(call)}: no such policy`, { remedy: 'Check the name.' });
  return documents === 'encoded' ? encodeURIComponent(text) : JSON.parse(text);
}
