import { type Bucket, CallRefused, type FirebreakConfig, NotFound, openBucket } from '@firebreak/aws';
import { missing, missingFor, type Outcome, ok, type PlannedCheck, skipped, warning } from './check.ts';
import { type DoctorRoom, unlessSignedOut } from './doctor-room.ts';

/** Whether the central bucket can be listed, has logs of every account, and digests that prove them. */
export function bucketChecks(room: DoctorRoom): PlannedCheck[] {
  return [
    {
      name: 'central bucket',
      run: (signal) => inBucket(room, (bucket, config) => logsThere(bucket, config, signal)),
    },
    {
      name: 'digests',
      run: (signal) => inBucket(room, (bucket, config) => digestsThere(bucket, config, signal)),
    },
  ];
}

async function inBucket(
  room: DoctorRoom,
  look: (bucket: Bucket, config: FirebreakConfig) => Promise<Outcome>,
): Promise<Outcome> {
  const { config, profile } = room;
  if (config?.logs === undefined)
    return skipped('the configuration has no "logs"', 'Add the central bucket if there is one.');
  const options = { bucket: config.logs.bucket, region: config.regions.home, profile };
  return unlessSignedOut(room, async () => {
    using bucket = await openBucket(options);
    try {
      return await look(bucket, config);
    } catch (error) {
      if (error instanceof NotFound)
        return missing(`there is no bucket ${options.bucket}`, 'Correct "logs.bucket".');
      if (!(error instanceof CallRefused)) throw error;
      return { ...missingFor(error), command: 'firebreak doctor --policy analyst' };
    }
  });
}

async function logsThere(bucket: Bucket, config: FirebreakConfig, signal: AbortSignal): Promise<Outcome> {
  const top = topOf(config);
  const there = new Set(await bucket.folders(top, signal));
  const wanted = config.accounts.map(({ id }) => id);
  const absent = wanted.filter((id) => !there.has(id));
  if (absent.length === wanted.length)
    return missing(
      `no account has logs below ${top}`,
      'Correct "logs.prefix" and "organisation.id", or switch the trail on.',
    );
  if (absent.length > 0)
    return warning(`below ${top} are no logs of ${listed(absent)}`, 'Have the trail cover every account.');
  return ok(`logs of all ${wanted.length} accounts lie below ${top}`);
}

async function digestsThere(bucket: Bucket, config: FirebreakConfig, signal: AbortSignal): Promise<Outcome> {
  const top = topOf(config);
  const there = new Set(await bucket.folders(top, signal));
  const wanted = config.accounts.map(({ id }) => id).filter((id) => there.has(id));
  if (wanted.length === 0) return skipped('there are no logs');
  const without: string[] = [];
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const some = wanted.slice(at, at + AT_ONCE);
    const found = await Promise.all(some.map((id) => bucket.holds(`${top}${id}/CloudTrail-Digest/`, signal)));
    without.push(...some.filter((_, index) => found[index] !== true));
  }
  if (without.length === 0) return ok(`of all ${wanted.length} accounts that have logs`);
  return warning(
    `none of ${listed(without)}: nothing proves that their log files are as they were delivered`,
    'Switch on log file validation of the trail (aws cloudtrail update-trail --enable-log-file-validation).',
  );
}

const AT_ONCE = 8;
const SHOWN = 5;

/** Source: CloudTrail User Guide, "Getting and viewing your CloudTrail log files", "CloudTrail digest file structure". */
function topOf({ logs, organisation }: FirebreakConfig): string {
  const prefix = logs?.prefix === undefined ? '' : `${logs.prefix.replace(/\/$/, '')}/`;
  return `${prefix}AWSLogs/${organisation === undefined ? '' : `${organisation.id}/`}`;
}

function listed(ids: readonly string[]): string {
  const more = ids.length - SHOWN;
  return more > 0 ? `${ids.slice(0, SHOWN).join(', ')} and ${more} more` : ids.join(', ');
}
