import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexTrail, readTrail, traceKey } from '@firebreak/cloudtrail';
import { parseFindings } from '@firebreak/guardduty';
import { readAccessKey } from '@firebreak/iam';
import { expect, test } from 'vitest';
import { leakedKeyDrill, SCENARIOS } from '../testing/temporary-drill.ts';
import { readScenario } from './scenario.ts';

const files = readdirSync(SCENARIOS, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:ya?ml|json)$/.test(name))
  .map((name) => [name, readFileSync(join(SCENARIOS, name), 'utf8')] as const);

test.each(files)('%s keeps the naming rule for fake ids', (_name, text) => {
  for (const [key] of text.matchAll(/\bA[KS]IA\w+/g)) {
    expect(key).toMatch(/^A[KS]IA[A-Z2-7]{9}EXAMPLE$/);
    expect(readAccessKey(key).accountId).toMatch(/^(\d)\1{11}$/);
  }
  for (const [id] of text.matchAll(/\bA(?:IDA|ROA|GPA|NPA|IPA)[A-Z0-9]+/g))
    expect(id).toMatch(/^.{14}EXAMPLE$/);
  for (const [account] of text.matchAll(/\b\d{12}\b/g)) expect(account).toMatch(/^(\d)\1{11}$/);
  for (const [address] of text.matchAll(/\b(?:\d{1,3}\.){3}\d{1,3}\b/g))
    if (!text.includes(`Firefox/${address}`))
      expect(address).toMatch(/^(?:192\.0\.2|203\.0\.113)\.\d+$|^2023/);
  for (const [id] of text.matchAll(/\bo-[a-z0-9]{6,}\b/g)) expect(id).toBe('o-11111111');
});

test('the leaked key fits its finding, its records and its organisation', async () => {
  const folder = join(SCENARIOS, 'leaked-access-key');
  const { records, organisation, intruder } = await readScenario(folder);
  const { detail } = JSON.parse(readFileSync(join(folder, 'finding.json'), 'utf8'));
  const found = detail.resource.accessKeyDetails;
  expect(found.accessKeyId).toBe(intruder.credentials['deployer']);

  const reads = records.filter(
    ({ eventName, sourceIPAddress, userIdentity }) =>
      eventName === detail.service.action.awsApiCallAction.api &&
      sourceIPAddress === detail.service.action.awsApiCallAction.remoteIpDetails.ipAddressV4 &&
      (userIdentity as { principalId: string }).principalId === found.principalId,
  );
  expect(reads).toHaveLength(detail.service.count);
  expect(Date.parse(detail.service.eventFirstSeen)).toBe(Date.parse(reads[0]?.eventTime ?? ''));
  expect(Date.parse(detail.service.eventLastSeen)).toBe(Date.parse(reads.at(-1)?.eventTime ?? ''));

  const issuedBy = (key: string | undefined) => {
    const issuance = records.find(({ responseElements }) =>
      JSON.stringify(responseElements ?? null).includes(`"accessKeyId":"${key}"`),
    );
    return (issuance?.['userIdentity'] as { accessKeyId?: string } | undefined)?.accessKeyId;
  };
  const { deployer, 'session-token': sessionToken, 'leaked-key': leakedKey } = intruder.credentials;
  expect(issuedBy(deployer)).toBe(sessionToken);
  expect(issuedBy(sessionToken)).toBe(leakedKey);

  for (const [key, session] of Object.entries(organisation.sessions))
    expect(issuedBy(key)).toBe(session.issuedBy);
  const text = JSON.stringify(records);
  for (const [key] of text.matchAll(/ASIA\w+/g)) expect(organisation.sessions).toHaveProperty(key);
  expect(new Set(records.map(({ eventID }) => eventID)).size).toBe(records.length);
});

test('the finding leads through the logs to the leaked key', async () => {
  const drill = await leakedKeyDrill();
  const [finding] = parseFindings(readFileSync(drill.findingPath, 'utf8'), drill.findingPath);
  expect(finding).toMatchObject({ shape: 'eventbridge', sample: false, severity: { label: 'High' } });
  const key = finding?.credential?.accessKeyId ?? '';
  const { chain, forward, gaps } = await traceKey(key, await indexTrail(readTrail(drill.logsPath)));
  expect(chain.map(({ accessKeyId }) => accessKeyId)).toEqual([
    'AKIARTXV5AHDQEXAMPLE',
    'ASIARTXV5AHDREXAMPLE',
    'ASIARTXV5AHDSEXAMPLE',
  ]);
  // Three builds, the session token and the role session.
  expect(forward).toHaveLength(5);
  expect(gaps).toEqual([]);
  await drill.close();
});
