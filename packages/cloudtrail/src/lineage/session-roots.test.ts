import { expect, test } from 'vitest';
import { withSession } from '../testing/identities.ts';
import { indexOf } from '../testing/index-of.ts';
import { assumeRole, call, roleIdentity, USER_KEY, userIdentity } from '../testing/records.ts';
import { traceKey } from './trace-key.ts';

const KEY = 'ASIARTXV5AHDREXAMPLE';
const SECOND = 'ASIARTXV5AHDSEXAMPLE';
const INSTANCE = 'i-0123456789abcdef0';
const time = '2026-09-14T08:00:00Z';
const early = call(userIdentity(USER_KEY), 'ListBuckets', '2026-09-14T06:00:00Z');

function session(key: string, role: string, name: string, context: Record<string, unknown> = {}) {
  const arn = `arn:aws:sts::111111111111:assumed-role/${role}/${name}`;
  return withSession({ ...roleIdentity(key, role), arn }, context);
}

test('the root of a session of IAM Identity Center is its user', async () => {
  const identity = {
    ...session(KEY, 'AWSReservedSSO_Admin_0123456789abcdef', 'alice@example.com'),
    onBehalfOf: {
      userId: 'user-1',
      identityStoreArn: 'arn:aws:identitystore::111111111111:identitystore/d-1',
    },
  };
  const { root, gaps } = await traceKey(KEY, indexOf(early, call(identity, 'ListBuckets', time)));
  expect(root).toMatchObject({
    kind: 'identity-center-user',
    name: 'alice@example.com',
    userId: 'user-1',
    account: '111111111111',
  });
  expect(gaps[0]).toMatchObject({ kind: 'service-issued' });
  expect(gaps[0]?.what).toContain('IAM Identity Center gave it to the user');
});

test('a key that the metadata service handed out is of the instance, with others of it', async () => {
  const delivery = { ec2RoleDelivery: '2.0' };
  const used = [KEY, SECOND].map((key) =>
    call(session(key, 'WebServer', INSTANCE, delivery), `Call-${key}`, time),
  );
  const posing = call(session('ASIARTXV5AHDTEXAMPLE', 'WebServer', INSTANCE), 'ListBuckets', time);
  const hop = assumeRole(session(SECOND, 'WebServer', INSTANCE, delivery), {
    key: 'ASIARTXV5AHDUEXAMPLE',
    role: 'Payroll',
    time,
  });
  const { root, forward, gaps } = await traceKey(KEY, indexOf(early, ...used, posing, hop));
  expect(root).toMatchObject({ kind: 'ec2-instance', name: INSTANCE, accessKeyId: KEY });
  expect(forward.map(({ accessKeyId }) => accessKeyId)).toEqual([SECOND, 'ASIARTXV5AHDUEXAMPLE']);
  expect(gaps.map(({ kind }) => kind)).toEqual(['issuance-not-in-logs', 'unexplained-session']);
  expect(gaps[1]?.what).toContain('Sessions with ASIARTXV5AHDTEXAMPLE are named');
});

test('a session that only has the name of an instance is not traced to it', async () => {
  const used = call(session(KEY, 'WebServer', INSTANCE), 'ListBuckets', time);
  expect((await traceKey(KEY, indexOf(used))).root.kind).toBe('unknown');
});

test('the source identity is carried to the root, also when nothing else is left', async () => {
  const identity = session(KEY, 'Deployer', 'x', { sourceIdentity: 'alice' });
  const used = call(identity, 'ListBuckets', time);
  expect((await traceKey(KEY, indexOf(used))).root).toMatchObject({
    kind: 'unknown',
    sourceIdentity: 'alice',
  });
  const hop = assumeRole(identity, { key: SECOND, role: 'Payroll', time });
  const begun = assumeRole(userIdentity(USER_KEY), { key: KEY, role: 'Deployer', time });
  const asked = {
    ...begun,
    requestParameters: { ...(begun['requestParameters'] as object), sourceIdentity: 'alice' },
  };
  const { root, chain } = await traceKey(SECOND, indexOf(asked, hop));
  expect(root).toMatchObject({ kind: 'long-term-key', sourceIdentity: 'alice' });
  expect(chain.map(({ sourceIdentity }) => sourceIdentity)).toEqual([null, 'alice', 'alice']);
});

test('a SAML user and a web identity are named with their provider', async () => {
  const saml = {
    ...assumeRole(
      { type: 'SAMLUser', principalId: 'abc=:alice@example.com', userName: 'alice@example.com' },
      { key: KEY, role: 'Staff', time },
    ),
    eventName: 'AssumeRoleWithSAML',
    requestParameters: {
      roleArn: 'arn:aws:iam::111111111111:role/Staff',
      roleSessionName: 'alice',
      principalArn: 'arn:aws:iam::111111111111:saml-provider/Corp',
    },
  };
  const web = {
    ...assumeRole(
      { type: 'WebIdentityUser', principalId: 'idp:aud:sub', userName: 'repo:x', identityProvider: 'idp' },
      { key: SECOND, role: 'Ci', time },
    ),
    eventName: 'AssumeRoleWithWebIdentity',
    responseElements: {
      credentials: { accessKeyId: SECOND },
      subjectFromWebIdentityToken: 'repo:org/app:ref:refs/heads/main',
      provider: 'arn:aws:iam::111111111111:oidc-provider/idp.example.com',
    },
  };
  const index = indexOf(saml, web);
  expect(await traceKey(KEY, index)).toMatchObject({
    root: {
      kind: 'saml-user',
      name: 'alice@example.com',
      provider: 'arn:aws:iam::111111111111:saml-provider/Corp',
    },
    gaps: [],
  });
  expect(await traceKey(SECOND, index)).toMatchObject({
    root: {
      kind: 'web-identity-user',
      name: 'repo:org/app:ref:refs/heads/main',
      provider: 'arn:aws:iam::111111111111:oidc-provider/idp.example.com',
    },
    gaps: [],
  });
});

test("a web identity's session names its subject without the issuing call", async () => {
  const used = call(
    session(KEY, 'Ci', 'job-1', {
      webIdFederationData: {
        federatedProvider: 'arn:aws:iam::111111111111:oidc-provider/idp.example.com',
        attributes: { 'idp.example.com:aud': 'sts', 'idp.example.com:sub': 'repo:org/app' },
      },
    }),
    'ListBuckets',
    time,
  );
  expect((await traceKey(KEY, indexOf(early, used))).root).toMatchObject({
    kind: 'web-identity-user',
    name: 'repo:org/app',
    provider: 'arn:aws:iam::111111111111:oidc-provider/idp.example.com',
  });
});

test('AssumeRoot leads from the root user of a member account back to who began it', async () => {
  const assumeRoot = {
    ...call(userIdentity(USER_KEY), 'AssumeRoot', time),
    eventSource: 'sts.amazonaws.com',
    requestParameters: {
      targetPrincipal: '222222222222',
      taskPolicyArn: { arn: 'arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy' },
    },
    responseElements: { credentials: { accessKeyId: KEY } },
  };
  const { chain, root, roles, users } = await traceKey(KEY, indexOf(assumeRoot));
  expect(root).toMatchObject({ kind: 'long-term-key', name: 'build-bot' });
  expect(chain[1]).toMatchObject({
    eventName: 'AssumeRoot',
    sessionIssuerArn: 'arn:aws:iam::222222222222:root',
    account: '222222222222',
    roleName: null,
    userName: null,
  });
  expect(roles).toEqual([]);
  expect(users).toHaveLength(1);
});

test('credentials of a Cognito identity pool lead to the identity', async () => {
  const record = {
    ...call({ type: 'Unknown', principalId: '' }, 'GetCredentialsForIdentity', time),
    eventSource: 'cognito-identity.amazonaws.com',
    requestParameters: { identityId: 'us-east-1:0c1d' },
    responseElements: { credentials: { accessKeyId: KEY } },
  };
  expect((await traceKey(KEY, indexOf(record))).root).toMatchObject({
    kind: 'web-identity-user',
    name: 'us-east-1:0c1d',
    provider: 'cognito-identity.amazonaws.com',
  });
});

test('a session of IAM Roles Anywhere leads to the certificate', async () => {
  const record = {
    ...call({ type: 'Unknown', principalId: '' }, 'CreateSession', time),
    eventSource: 'rolesanywhere.amazonaws.com',
    requestParameters: {
      roleArn: 'arn:aws:iam::111111111111:role/Backup',
      trustAnchorArn: 'arn:aws:rolesanywhere:eu-central-1:111111111111:trust-anchor/a',
    },
    responseElements: {
      credentialSet: [
        {
          assumedRoleUser: { arn: 'arn:aws:sts::111111111111:assumed-role/Backup/0f1e' },
          credentials: { accessKeyId: KEY },
        },
      ],
      subjectArn: 'arn:aws:rolesanywhere:eu-central-1:111111111111:subject/s',
    },
  };
  const { chain, root, gaps } = await traceKey(KEY, indexOf(record));
  expect(chain).toMatchObject([{ eventName: 'CreateSession', roleName: 'Backup', sessionName: '0f1e' }]);
  expect(root).toMatchObject({
    kind: 'web-identity-user',
    name: 'arn:aws:rolesanywhere:eu-central-1:111111111111:subject/s',
    provider: 'arn:aws:rolesanywhere:eu-central-1:111111111111:trust-anchor/a',
  });
  expect(gaps).toEqual([]);
});

test('GetSigninToken names the key that goes to the console, and does not hand it out', async () => {
  const person = session(KEY, 'AWSReservedSSO_Admin_0123456789abcdef', 'alice');
  const token = {
    ...call(person, 'GetSigninToken', time),
    eventSource: 'signin.amazonaws.com',
    responseElements: { credentials: { accessKeyId: KEY }, GetSigninToken: 'Success' },
  };
  const { chain, root, gaps, forward } = await traceKey(KEY, indexOf(early, token));
  expect(chain).toMatchObject([{ accessKeyId: KEY, eventName: null }]);
  expect(root).toMatchObject({ kind: 'identity-center-user', name: 'alice' });
  expect(gaps.map(({ kind }) => kind)).toEqual(['service-issued']);
  expect(forward).toEqual([]);
});

test('what handed a key out counts for more than GetSigninToken, also where that is signed', async () => {
  const saml = {
    ...assumeRole({ type: 'SAMLUser', userName: 'alice' }, { key: KEY, role: 'Staff', time }),
    eventName: 'AssumeRoleWithSAML',
  };
  const token = {
    ...call(userIdentity(USER_KEY), 'GetSigninToken', time),
    responseElements: { credentials: { accessKeyId: KEY } },
  };
  for (const records of [
    [saml, token],
    [token, saml],
  ])
    expect((await traceKey(KEY, indexOf(...records))).root.kind).toBe('saml-user');
});
