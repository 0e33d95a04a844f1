import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTrail } from './read-trail.ts';

/** Public logs that nobody here wrote; they lie beside the project, and nothing of them is in it. */
const DATA = resolve(import.meta.dirname, '../../../../../shared/data');
const isThere = existsSync(DATA);
if (!isThere)
  process.stdout.write(`real logs are skipped: there is no folder ${join('..', 'shared', 'data')}\n`);

/** An independent walk: every object with an event name and a time, in text that holds JSON too. OCSF counts one a file. */
function idsIn(value: unknown): unknown[] {
  if (typeof value === 'string' && value.startsWith('{"eventVersion"')) return idsIn(JSON.parse(value));
  if (typeof value !== 'object' || value === null) return [];
  const { eventName, eventTime, eventID } = value as Record<string, unknown>;
  const time = eventTime ?? (value as Record<string, unknown>)['@timestamp'];
  if (typeof eventName === 'string' && typeof time === 'string')
    return Number.isNaN(Date.parse(time)) ? [] : [eventID];
  const detailType = (value as Record<string, unknown>)['detail-type'];
  if (typeof detailType === 'string' && !detailType.endsWith(' via CloudTrail')) return [];
  const { metadata, api } = value as { metadata?: { uid: string }; api?: { operation?: string } };
  if (api?.operation !== undefined) return [metadata?.uid];
  return Object.values(value).flatMap(idsIn);
}

function documents(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  }
}

describe.skipIf(!isThere)('logs that nobody here wrote', () => {
  const files = isThere
    ? ['cloudtrail', 'stories'].flatMap((folder) =>
        readdirSync(join(DATA, folder), { recursive: true, encoding: 'utf8' })
          .filter((path) => /\.jsonl?$/.test(path))
          .map((path) => join(folder, path)),
      )
    : [];

  test.each(files)('%s', async (path) => {
    const ids = documents(readFileSync(join(DATA, path), 'utf8')).flatMap(idsIn);
    const read: unknown[] = [];
    const reading = (async () => {
      for await (const { id } of readTrail(join(DATA, path))) read.push(id);
    })();
    if (ids.length === 0) await expect(reading).rejects.toThrow('no file holds a CloudTrail record');
    else await reading;
    expect(read).toEqual(ids);
  });
});
