import {
  type DeliveredObject,
  type DigestKey,
  deliveredLog,
  type TrailPlace,
  type WrittenDigest,
  writeDigest,
} from './digest-writer.ts';

const HOUR = 3_600_000;

export interface TrailHour {
  readonly digest: WrittenDigest;
  readonly logs: readonly DeliveredObject[];
}

export interface DeliveredTrailInput {
  readonly key: DigestKey;
  /** One digest an hour. */
  readonly hours: number;
  /** What the first digest is linked to; it begins a chain when absent. */
  readonly previous?: WrittenDigest;
  readonly from?: string;
  readonly logsAnHour?: number;
  readonly place?: TrailPlace;
}

export const TRAIL_PLACE: TrailPlace = {
  bucket: 'example-trail',
  account: '111111111111',
  region: 'eu-central-1',
  trail: 'main',
};

/** What CloudTrail delivers in some hours. Each log file holds another record. */
export function deliveredTrail({
  key,
  hours,
  previous: before,
  from = '2026-09-14T08:01:31Z',
  logsAnHour = 1,
  place = TRAIL_PLACE,
}: DeliveredTrailInput): TrailHour[] {
  const begin = Date.parse(from);
  let previous = before;
  return Array.from({ length: hours }, (_, hour) => {
    const start = new Date(begin + hour * HOUR);
    const end = new Date(begin + (hour + 1) * HOUR);
    const logs = Array.from({ length: logsAnHour }, (_none, index) =>
      deliveredLog(place, new Date(begin + (hour + 0.5) * HOUR), `${place.trail}${index}`, [
        { eventName: 'ListBuckets', eventID: `${place.region}-${start.toISOString()}-${index}` },
      ]),
    );
    const digest = writeDigest({ place, key, start, end, logs, previous });
    previous = digest;
    return { digest, logs };
  });
}

export function objectsOf(hours: readonly TrailHour[]): DeliveredObject[] {
  return hours.flatMap(({ digest, logs }) => [...logs, digest]);
}
