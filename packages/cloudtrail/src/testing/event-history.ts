import type { LookupAnswer, LookupInput, LookupPlace } from '../lineage/lookup-events.ts';
import type { PaceClock } from '../lineage/lookup-pace.ts';

type Record_ = Readonly<Record<string, unknown>>;

/** A clock that stands still but for what is waited on it. */
export interface TestClock extends PaceClock {
  /** Each wait in milliseconds. */
  readonly waits: number[];
}

export function testClock(start = '2026-09-20T00:00:00Z'): TestClock {
  const waits: number[] = [];
  let now = Date.parse(start);
  return {
    waits,
    now: () => now,
    async wait(milliseconds, signal) {
      signal?.throwIfAborted();
      waits.push(milliseconds);
      now += milliseconds;
    },
    random: () => 0.5,
  };
}

/** The events of records that one attribute finds, newest first, as the event history has them. */
export function lookedUp(records: readonly Record_[], { LookupAttributes }: LookupInput): Record_[] {
  const [{ AttributeKey, AttributeValue }] = LookupAttributes;
  return records
    .filter((record) => {
      const identity = record['userIdentity'] as Record_;
      const response = (record['responseElements'] ?? {}) as Record_;
      const issued = (response['credentials'] ?? response['accessKey'] ?? {}) as Record_;
      switch (AttributeKey) {
        case 'AccessKeyId':
          return identity['accessKeyId'] === AttributeValue;
        case 'ResourceName':
          return issued['accessKeyId'] === AttributeValue;
        case 'EventName':
          return record['eventName'] === AttributeValue;
        case 'Username':
          return String(identity['arn']).endsWith(`/${AttributeValue}`);
      }
      return false;
    })
    .toSorted((a, b) => String(b['eventTime']).localeCompare(String(a['eventTime'])));
}

/** One page of the event history; the token is where the next one begins. */
export function historyPage(records: readonly Record_[], input: LookupInput, size = 50): LookupAnswer {
  const start = Number(input.NextToken ?? 0);
  const found = lookedUp(records, input);
  const Events = found
    .slice(start, start + size)
    .map((record) => ({ CloudTrailEvent: JSON.stringify(record) }));
  return start + size < found.length ? { Events, NextToken: String(start + size) } : { Events };
}

/** The event histories of some regions of some accounts; each has the records of its own. */
export function histories(
  records: readonly Record_[],
  accounts: readonly string[],
  regions: readonly string[],
): LookupPlace[] {
  return accounts.flatMap((account) =>
    regions.map((region) => {
      const own = records.filter(
        (record) => record['recipientAccountId'] === account && record['awsRegion'] === region,
      );
      return { account, region, lookupEvents: async (input: LookupInput) => historyPage(own, input, 2) };
    }),
  );
}
