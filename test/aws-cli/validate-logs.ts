import { spawn, spawnSync } from 'node:child_process';
import type { DeliveredObject } from '../../packages/cloudtrail/src/testing/digest-writer.ts';
import { serveFakeAws } from './fake-aws.ts';

/** The version of the AWS CLI on this machine; nothing when there is none. */
export function awsCliVersion(): string | undefined {
  const { status, stdout } = spawnSync('aws', ['--version'], { encoding: 'utf8' });
  return status === 0 ? /aws-cli\/\S+/.exec(stdout)?.[0] : undefined;
}

export interface Validation {
  readonly code: number | null;
  /** `valid <key>`, `INVALID <key>` for each file, and `gap <from> <to>`, sorted. */
  readonly results: readonly string[];
  readonly output: string;
}

export interface ValidationInput {
  readonly objects: readonly DeliveredObject[];
  readonly keys: object;
  readonly bucket: string;
  readonly prefix?: string;
  readonly from: string;
  readonly to: string;
}

/** What `aws cloudtrail validate-logs` says of a bucket. */
export async function validateLogs({
  objects,
  keys,
  bucket,
  prefix,
  from,
  to,
}: ValidationInput): Promise<Validation> {
  await using server = await serveFakeAws(objects, keys);
  const args = [
    ...['cloudtrail', 'validate-logs', '--verbose', '--region', 'eu-central-1', '--s3-bucket', bucket],
    ...['--trail-arn', 'arn:aws:cloudtrail:eu-central-1:111111111111:trail/main'],
    ...['--start-time', from, '--end-time', to],
    ...(prefix === undefined ? [] : ['--s3-prefix', prefix]),
  ];
  const child = spawn('aws', args, { env: environment(server.url) });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      output += data.toString();
    });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, results: resultsIn(output), output };
}

/** No credentials and no settings of the machine reach the CLI. */
function environment(url: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  return {
    ...Object.fromEntries(own),
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'none',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  };
}

function resultsIn(output: string): string[] {
  const files = [...output.matchAll(/(?:Digest|Log) file\ts3:\/\/[^/]+\/(\S+)\t(valid|INVALID)/g)].map(
    ([, key, result]) => `${result} ${key}`,
  );
  const gaps = [...output.matchAll(/No log files were delivered by CloudTrail between (\S+) and (\S+)/g)].map(
    ([, from, to]) => `gap ${from} ${to}`,
  );
  return [...files, ...gaps].sort();
}
