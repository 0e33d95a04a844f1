import { type Api, type ApiAnswer, type ApiCall, NotFound, operationName } from '@firebreak/aws';

/** One user and one role of an account, as far as the actions read and change them. */
export interface FakeAccount extends Api {
  readonly calls: ApiCall[];
  readonly keys: Map<string, string>;
  readonly credentials: Map<string, string>;
  readonly policies: { User: Map<string, string>; Role: Map<string, string> };
  readonly attached: Set<string>;
  readonly mfaDevices: string[];
  boundary: string | null;
  /** When the password was set; null when there is none. */
  password: string | null;
  rolePath: string;
  trust: string;
  /** Whether documents come URL-encoded, as from the API, or as objects, as from the AWS CLI. */
  documents: 'encoded' | 'objects';
}

type Input = Readonly<Record<string, string>>;
type Answers = Readonly<Record<string, (account: FakeAccount, input: Input) => ApiAnswer>>;

const PAGE = 2;

/** An account in memory, which pages its lists in small pages. */
export function fakeAccount(): FakeAccount {
  const account: FakeAccount = {
    calls: [],
    keys: new Map(),
    credentials: new Map(),
    policies: { User: new Map(), Role: new Map() },
    attached: new Set(),
    mfaDevices: [],
    boundary: null,
    password: null,
    rolePath: '/',
    trust:
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}',
    documents: 'encoded',
    async call(call) {
      account.calls.push(call);
      const answer = ANSWERS[call.operation];
      if (answer === undefined) throw new TypeError(`The fake account does not know ${operationName(call)}`);
      return answer(account, call.input as Input);
    },
  };
  return account;
}

/** All that calls can change, to be compared. */
export function settingsOf({
  keys,
  credentials,
  policies,
  attached,
  boundary,
  password,
  trust,
}: FakeAccount) {
  return structuredClone({ keys, credentials, policies, attached, boundary, password, trust });
}

const ANSWERS: Answers = {
  ListAccessKeys: ({ keys }) => ({
    AccessKeyMetadata: [...keys].map(([AccessKeyId, Status]) => ({ AccessKeyId, Status })),
  }),
  UpdateAccessKey: ({ keys }, { AccessKeyId = '', Status = '' }) => done(keys.set(AccessKeyId, Status)),
  ListServiceSpecificCredentials: ({ credentials }, { Marker }) => {
    const all = [...credentials].map(([ServiceSpecificCredentialId, Status]) => ({
      ServiceSpecificCredentialId,
      Status,
      ServiceName: 'bedrock.amazonaws.com',
    }));
    return page('ServiceSpecificCredentials', all, Marker);
  },
  UpdateServiceSpecificCredential: ({ credentials }, { ServiceSpecificCredentialId = '', Status = '' }) =>
    done(credentials.set(ServiceSpecificCredentialId, Status)),
  GetUser: ({ boundary }, { UserName = '' }) => ({
    User: {
      Arn: `arn:aws:iam::111111111111:user/${UserName}`,
      ...(boundary === null ? {} : { PermissionsBoundary: { PermissionsBoundaryArn: boundary } }),
    },
  }),
  ListAttachedUserPolicies: ({ attached }, { Marker }) =>
    page(
      'AttachedPolicies',
      [...attached].map((PolicyArn) => ({ PolicyArn })),
      Marker,
    ),
  AttachUserPolicy: ({ attached }, { PolicyArn = '' }) => done(attached.add(PolicyArn)),
  DetachUserPolicy: ({ attached }, { PolicyArn = '' }) => done(attached.delete(PolicyArn)),
  PutUserPermissionsBoundary: (account, { PermissionsBoundary = '' }) => {
    account.boundary = PermissionsBoundary;
    return {};
  },
  DeleteUserPermissionsBoundary: (account) => {
    account.boundary = null;
    return {};
  },
  ListMFADevices: ({ mfaDevices }, { Marker }) =>
    page(
      'MFADevices',
      mfaDevices.map((SerialNumber) => ({ SerialNumber })),
      Marker,
    ),
  GetLoginProfile: ({ password }) => {
    if (password === null) throw gone('login profile');
    return { LoginProfile: { CreateDate: password } };
  },
  DeleteLoginProfile: (account) => {
    if (account.password === null) throw gone('login profile');
    account.password = null;
    return {};
  },
  GetRole: (account, { RoleName = '' }) => ({
    Role: {
      Path: account.rolePath,
      RoleId: 'AROADEPLOYER22EXAMPLE',
      Arn: `arn:aws:iam::111111111111:role${account.rolePath}${RoleName}`,
      AssumeRolePolicyDocument: shown(account, account.trust),
    },
  }),
  UpdateAssumeRolePolicy: (account, { PolicyDocument = '' }) => {
    account.trust = PolicyDocument;
    return {};
  },
  ...inlinePolicies('User'),
  ...inlinePolicies('Role'),
};

function inlinePolicies(owner: 'User' | 'Role'): Answers {
  return {
    [`List${owner}Policies`]: ({ policies }, { Marker }) =>
      page('PolicyNames', [...policies[owner].keys()], Marker),
    [`Get${owner}Policy`]: (account, { PolicyName = '' }) => {
      const text = account.policies[owner].get(PolicyName);
      if (text === undefined) throw gone('policy');
      return { PolicyDocument: shown(account, text) };
    },
    [`Put${owner}Policy`]: ({ policies }, { PolicyName = '', PolicyDocument = '' }) =>
      done(policies[owner].set(PolicyName, PolicyDocument)),
    [`Delete${owner}Policy`]: ({ policies }, { PolicyName = '' }) => done(policies[owner].delete(PolicyName)),
  };
}

function page(member: string, all: readonly unknown[], marker = '0'): ApiAnswer {
  const from = Number(marker);
  const more = from + PAGE < all.length;
  return {
    [member]: all.slice(from, from + PAGE),
    IsTruncated: more,
    ...(more ? { Marker: String(from + PAGE) } : {}),
  };
}

function shown({ documents }: FakeAccount, text: string): unknown {
  return documents === 'encoded' ? encodeURIComponent(text) : JSON.parse(text);
}

function gone(what: string): NotFound {
  return new NotFound(`Cannot call: there is no such ${what}`, { remedy: 'Check the name.' });
}

function done(_: unknown): ApiAnswer {
  return {};
}
