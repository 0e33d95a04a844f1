import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callerIdentity, findConfig, orgApi, orgClients, readOnlyApi } from '@firebreak/aws';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { probesOf } from '../../apps/cli/src/doctor/account-checks.ts';
import { NOT_IN_MOTO } from './moto-iam.ts';
import { freshMoto, MOTO_ACCOUNT, motoUrl } from './moto-room.ts';

// What moto does not model, so that only the fake server of packages/aws shows it: trust policies, external ids, source
// identities that are refused, who may do what, LookupEvents.

const OTHER = '222222222222';
let folder = '';

async function organisation() {
  const file = join(folder, 'firebreak.yaml');
  const accounts = [`{ id: "${MOTO_ACCOUNT}", name: hub }`, `{ id: ${OTHER}, name: shop }`];
  await writeFile(
    file,
    `version: 1\naccess: { role: security/Responder }\naccounts: [${accounts}]\nregions: { home: eu-central-1 }\n`,
  );
  const found = await findConfig({ file });
  if (found === undefined) throw new Error('there is no configuration');
  return orgClients(found.config, { responder: 'alice', incident: '20260914T093000Z-leaked-key' });
}

/** With a key of the account that the user is to be in: moto reads it, and checks no signature. */
async function createUser(UserName: string, key: string): Promise<void> {
  const answer = await fetch(`${motoUrl()}/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `AWS4-HMAC-SHA256 Credential=${key}/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=none`,
    },
    body: new URLSearchParams({ Action: 'CreateUser', Version: '2010-05-08', UserName }),
  });
  if (!answer.ok) throw new Error(`moto refused CreateUser: ${answer.status} ${await answer.text()}`);
}

describe.skipIf(motoUrl() === null)('accounts of a configuration, as moto has them', () => {
  beforeEach(async () => {
    await freshMoto();
    folder = await mkdtemp(join(tmpdir(), 'firebreak-moto-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  test('a role is assumed into another account, and calls stay in theirs', async () => {
    const org = await organisation();
    const [hub, shop] = [await org.open(MOTO_ACCOUNT), await org.open(OTHER)];
    expect(shop.identity.arn).toBe(
      `arn:aws:sts::${OTHER}:assumed-role/Responder/alice@20260914T093000Z-leaked-key`,
    );
    expect((await callerIdentity(shop.clients)).account).toBe(OTHER);
    await createUser('in-the-hub', 'AKIAIOSFODNN7EXAMPLE');
    await createUser('in-the-shop', (await shop.credentials?.())?.accessKeyId ?? '');
    expect(hub.credentials).toBeUndefined();
    const api = orgApi(org);
    const keysOf = (UserName: string, account: string) =>
      api.call({ service: 'iam', operation: 'ListAccessKeys', input: { UserName }, account });
    expect(await keysOf('in-the-shop', OTHER)).toMatchObject({ AccessKeyMetadata: [] });
    expect(await keysOf('in-the-hub', MOTO_ACCOUNT)).toMatchObject({ AccessKeyMetadata: [] });
    await expect(keysOf('in-the-hub', OTHER)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(keysOf('in-the-shop', MOTO_ACCOUNT)).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('what the doctor tries is answered with "there is no such thing", or with an empty list', async () => {
    const api = readOnlyApi(orgApi(await organisation()));
    const missing: readonly string[] = NOT_IN_MOTO;
    const reads = probesOf(OTHER, 'eu-central-1').filter(
      ({ service, operation }) => service === 'iam' && !missing.includes(operation),
    );
    expect(reads.length).toBeGreaterThan(3);
    const outcomes = await Promise.all(
      reads.map(async (call) => {
        const outcome = await api.call(call).then(
          () => 'answered',
          ({ name }: Error) => name,
        );
        return [call.operation, outcome] as const;
      }),
    );
    expect(outcomes.filter(([, outcome]) => outcome !== 'NotFound' && outcome !== 'answered')).toEqual([]);
  });
});
