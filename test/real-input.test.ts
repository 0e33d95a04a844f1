import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JsonLine, playProgram, ROOT, recommended } from './program/run-program.ts';

/** Public findings and logs that nobody here wrote; they lie beside the project, and nothing of them is in it. */
const DATA = join(ROOT, '..', 'shared', 'data');
const isThere = existsSync(DATA);
if (!isThere)
  process.stdout.write(`real input is skipped: there is no folder ${join('..', 'shared', 'data')}\n`);

describe.skipIf(!isThere)('respond on files that nobody here wrote, without AWS credentials', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'firebreak-real-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('a real finding about a stopped trail is guided to its end, each AWS call by hand', async () => {
    const finding = join(
      DATA,
      'guardduty',
      'cloudsploit',
      '01_Stealth_IAMUser_CloudTrailLoggingDisabled.json',
    );
    const account = accountByHand();
    const { code, lines } = await playProgram(
      ['respond', finding, '--logs', join(DATA, 'cloudtrail', 'invictus'), '--dir', join(folder, 'trail')],
      { answer: account.answer },
    );
    expect(code).toBe(0);
    expect(account.commands).toContain('aws iam list-user-policies --user-name sadeed --output json');
    expect(
      account.commands.some((command) => command.startsWith('aws iam put-user-policy --user-name sadeed')),
    ).toBe(true);
    expect(lines.some((line) => line.type === 'containment.proven')).toBe(true);
    expect(reportOf(lines)).toContain('Stealth:IAMUser/CloudTrailLoggingDisabled');
  });

  test('the trace of a stolen instance key ends at the EC2 instance role', async () => {
    const finding = join(folder, 'finding.json');
    writeFileSync(finding, JSON.stringify(instanceFinding()));
    const account = accountByHand();
    const { code, lines } = await playProgram(
      [
        'respond',
        finding,
        '--logs',
        join(DATA, 'stories', 'otrf_cloudbank.jsonl'),
        '--dir',
        join(folder, 'story'),
      ],
      { answer: account.answer },
    );
    expect(code).toBe(0);
    const fact = lines.find((line) => line.type === 'fact.found')?.['fact'] as {
      root: string;
      hops: { issued: { by: string } }[];
    };
    expect(fact.root).toBe(
      'instance role credentials of EC2 instance i-0317f6c6b66ae9c40, role MordorNginxStack-BankingWAFRole-9S3E0UAE1MM0',
    );
    expect(fact.hops.map(({ issued }) => issued.by)).toEqual(['ec2.amazonaws.com']);
    expect(
      account.commands.some((command) =>
        command.startsWith('aws iam put-role-policy --role-name MordorNginxStack'),
      ),
    ).toBe(true);
    expect(reportOf(lines)).toContain('i-0317f6c6b66ae9c40');
  });
});

/** A person who runs every printed line against an account with one user or role, and pastes what comes back. */
function accountByHand() {
  const commands: string[] = [];
  let document: string | undefined;
  let name = '';
  const answer = (prompt: JsonLine): object => {
    if (prompt['kind'] !== 'by-hand') return recommended(prompt);
    const command = prompt['command'] as string;
    commands.push(command);
    const option = (flag: string) => new RegExp(`--${flag} (\\S+)`).exec(command)?.[1] ?? '';
    const ran = (output: object) => ({ kind: 'ran', output: JSON.stringify(output) });
    const put = /--policy-document '(.*)' --output/.exec(command);
    if (put !== null) {
      document = put[1];
      name = option('policy-name');
    }
    if (command.startsWith('aws sts'))
      return ran({ Account: (prompt['call'] as { account: string }).account });
    if (command.includes(' get-role --')) return ran({ Role: roleNamed(option('role-name')) });
    if (command.includes(' list-')) return ran({ PolicyNames: document === undefined ? [] : [name] });
    if (document !== undefined && command.includes(' get-')) {
      const owner = command.includes('get-user')
        ? { UserName: option('user-name') }
        : { RoleName: option('role-name') };
      return ran({ ...owner, PolicyName: name, PolicyDocument: JSON.parse(document) as object });
    }
    return { kind: 'ran', output: '' };
  };
  return { commands, answer };
}

function roleNamed(RoleName: string): object {
  return {
    Path: '/',
    RoleName,
    RoleId: 'AROAMADEUP2222EXAMPLE',
    Arn: `arn:aws:iam::111111111111:role/${RoleName}`,
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] },
  };
}

function reportOf(lines: readonly JsonLine[]): string {
  const summary = (lines.findLast((line) => line.type === 'ended')?.['summary'] ?? []) as string[];
  const path = summary.map((line) => /^Report +(.+)$/.exec(line)?.[1]).find(Boolean) ?? '';
  return readFileSync(resolve(ROOT, path), 'utf8');
}

/** A finding that fits the story: an instance's credentials, used from outside. */
function instanceFinding(): object {
  return {
    schemaVersion: '2.0',
    id: '0123456789abcdef0123456789abcdef',
    accountId: '123456789123',
    region: 'us-east-1',
    type: 'UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS',
    title: 'Credentials of an instance were used from an external address.',
    severity: 8,
    resource: {
      resourceType: 'AccessKey',
      accessKeyDetails: {
        accessKeyId: 'ASIA5FLZVX4OPVKKVBMX',
        principalId: 'AROA5FLZVX4OPEXAMPLE2:i-0317f6c6b66ae9c40',
        userName: 'MordorNginxStack-BankingWAFRole-9S3E0UAE1MM0',
        userType: 'AssumedRole',
      },
    },
    service: {
      count: 1,
      archived: false,
      eventFirstSeen: '2020-09-14T01:00:04Z',
      eventLastSeen: '2020-09-14T01:13:20Z',
    },
  };
}
