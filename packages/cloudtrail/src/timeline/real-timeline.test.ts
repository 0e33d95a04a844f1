import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { subjectEvents } from './subject-events.ts';
import { timelineOf } from './timeline-of.ts';

/** A public attack that nobody here wrote; it lies beside the project. */
const OTRF = resolve(import.meta.dirname, '../../../../../shared/data/cloudtrail/otrf');
const isThere = existsSync(OTRF);
if (!isThere)
  process.stdout.write(`the real timeline is skipped: there is no folder ${join('..', 'shared', 'data')}\n`);

test.skipIf(!isThere)('the stolen role of the OTRF attack lists buckets and reads a file', async () => {
  const subjects = { principals: ['i-0317f6c6b66ae9c40'] };
  const { entries, counts } = await timelineOf(
    subjectEvents(OTRF, subjects, { onBroken: () => {} }),
    subjects,
  );
  const told = entries.map((entry) =>
    entry.kind === 'call' ? `${entry.count} ${entry.eventName}` : 'quiet',
  );
  expect(counts).toMatchObject({ events: 11, failed: 0 });
  expect(told).toEqual(['2 ListBuckets', '4 ListObjects', '1 GetObject', '3 ListObjects', '1 GetObject']);
});
