/**
 * Writes one delivery file as large as CloudTrail makes them, about 50 MB of gzip and 485 MB of JSON on one line, reads it
 * in a process of its own, and prints how much memory that took. Fails above 256 MB.
 *
 *   node packages/cloudtrail/bench/large-object.bench.ts
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { readTrailBatches } from '../src/read/read-trail.ts';

const TEXT_BYTES = 485e6;
const LIMIT_MB = 256;

const write = (text: string) => process.stdout.write(`${text}\n`);
const [, , mode, path] = process.argv;

/** Bytes that gzip cannot guess, the same in each run. */
const noise = (index: number) => createHash('sha256').update(`${index}`).digest('hex');

function record(index: number): string {
  const id = noise(index);
  return JSON.stringify({
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: `AROAQBS6T6WOHEXAMPLE2:session-${index % 97}`,
      arn: `arn:aws:sts::111111111111:assumed-role/Deployer/session-${index % 97}`,
      accountId: '111111111111',
      accessKeyId: 'ASIARTXV5AHDQEXAMPLE',
      sessionContext: {
        sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111111111111:role/Deployer', userName: 'Deployer' },
        attributes: { creationDate: '2026-09-14T07:00:00Z', mfaAuthenticated: 'false' },
      },
    },
    eventTime: new Date(1789372800000 + index).toISOString(),
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    awsRegion: 'us-east-1',
    sourceIPAddress: `203.0.113.${index % 250}`,
    userAgent: '[aws-cli/2.17.32 md/awscrt#0.21.2 ua/2.0 os/linux#6.1 md/arch#x86_64 lang/python#3.11.9]',
    requestParameters: {
      bucketName: 'logs',
      key: `2026/09/14/${id.slice(0, 24)}.json`,
      note: `${noise(-index - 1)}${noise(index + 0.5)}${noise(-index - 0.5)}${'a '.repeat(100)}`,
    },
    responseElements: null,
    requestID: id.slice(24, 40).toUpperCase(),
    eventID: `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 24)}`,
    readOnly: true,
    eventType: 'AwsApiCall',
    managementEvent: false,
    recipientAccountId: '111111111111',
    eventCategory: 'Data',
  });
}

function* delivery(): Generator<string> {
  let bytes = 0;
  for (let index = 0; bytes < TEXT_BYTES; ) {
    let text = index === 0 ? '{"Records":[' : '';
    for (const end = index + 500; index < end; index += 1)
      text += `${index === 0 ? '' : ','}${record(index)}`;
    bytes += text.length;
    yield text;
  }
  yield ']}';
}

if (mode === '--read') {
  let events = 0;
  let keys = 0;
  for await (const batch of readTrailBatches(path ?? '')) {
    for (const { time, identity } of batch) if (time !== '' && identity.accessKeyId !== undefined) keys += 1;
    events += batch.length;
  }
  write(JSON.stringify({ events, keys, peak: process.resourceUsage().maxRSS / 1024 }));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'firebreak-large-'));
  try {
    const file = join(folder, 'large.json.gz');
    await pipeline(Readable.from(delivery()), createGzip(), createWriteStream(file));
    const start = performance.now();
    const child = execFileSync(process.execPath, [import.meta.filename, '--read', file], {
      encoding: 'utf8',
    });
    const { events, keys, peak } = JSON.parse(child) as { events: number; keys: number; peak: number };
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    write(`object  ${(statSync(file).size / 1e6).toFixed(1)} MB of gzip, ${TEXT_BYTES / 1e6} MB of JSON`);
    write(`read    ${events} events, ${keys} with a key, in ${seconds} s`);
    write(`memory  ${peak.toFixed(0)} MB at most (limit ${LIMIT_MB} MB)`);
    if (peak > LIMIT_MB || events === 0 || keys !== events) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
