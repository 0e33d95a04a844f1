import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { TrailRecord } from './evidence-schema.ts';

const FIVE_MINUTES = 300_000;

/**
 * Writes records as the delivery files of an organisation trail, one for each account, region and five minutes, and
 * returns the paths. The same records always make the same files.
 * Source: CloudTrail User Guide, "Finding your CloudTrail log files" and "CloudTrail log file name format".
 */
export async function deliverTrail(
  records: readonly TrailRecord[],
  organisationId: string,
  folder: string,
): Promise<string[]> {
  const groups = Map.groupBy(records, ({ recipientAccountId, awsRegion, eventTime }) =>
    [recipientAccountId, awsRegion, deliveryTime(eventTime)].join('|'),
  );
  const written: string[] = [];
  for (const [group, members] of groups) {
    const [account = '', region = '', delivered = ''] = group.split('|');
    const text = JSON.stringify({ Records: members });
    const path = join(folder, ...deliveryPath({ organisationId, account, region, delivered, text }));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, gzipSync(text));
    written.push(path);
  }
  return written;
}

interface Delivery {
  readonly organisationId: string;
  readonly account: string;
  readonly region: string;
  /** ISO 8601. */
  readonly delivered: string;
  readonly text: string;
}

function deliveryPath({ organisationId, account, region, delivered, text }: Delivery): string[] {
  const [year = '', month = '', day = ''] = delivered.slice(0, 10).split('-');
  const minute = `${delivered.slice(0, 16).replaceAll(/[-:]/g, '')}Z`;
  const unique = createHash('sha256')
    .update(text)
    .digest('base64')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 16);
  const name = `${account}_CloudTrail_${region}_${minute}_${unique}.json.gz`;
  return ['AWSLogs', organisationId, account, 'CloudTrail', region, year, month, day, name];
}

/** The end of the five minutes in which an event happened. */
function deliveryTime(eventTime: string): string {
  const window = Math.floor(new Date(eventTime).getTime() / FIVE_MINUTES) + 1;
  return new Date(window * FIVE_MINUTES).toISOString();
}
