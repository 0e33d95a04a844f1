/** Records as an engine takes them in. */
export async function* recordsOf(
  ...records: readonly Record<string, unknown>[]
): AsyncGenerator<Record<string, unknown>> {
  yield* records;
}

/** A call by `AKIAIOSFODNN7EXAMPLE`, with fields in place of its own. */
export function callRecord(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    eventVersion: '1.11',
    userIdentity: { type: 'IAMUser', accountId: '111111111111', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' },
    eventTime: '2026-03-02T09:00:00Z',
    eventSource: 's3.amazonaws.com',
    eventName: 'ListBuckets',
    awsRegion: 'us-east-1',
    sourceIPAddress: '192.0.2.10',
    eventID: '00000000-0000-4000-8000-000000000001',
    recipientAccountId: '111111111111',
    ...fields,
  };
}
