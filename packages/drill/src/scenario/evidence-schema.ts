import { z } from 'zod';

const account = z.string().regex(/^\d{12}$/);

/**
 * What `finding.json` must have to pass for an EventBridge event of GuardDuty: a camelCase finding in `detail`.
 * The rest is for the finding parser to judge. Source: GuardDuty User Guide, "Processing findings with EventBridge".
 */
export const FINDING_EVENT = z.looseObject({
  'detail-type': z.literal('GuardDuty Finding'),
  source: z.literal('aws.guardduty'),
  account,
  region: z.string(),
  time: z.iso.datetime(),
  detail: z.looseObject({
    schemaVersion: z.literal('2.0'),
    accountId: account,
    region: z.string(),
    id: z.string().regex(/^[0-9a-f]{32}$/),
    type: z.string().includes(':'),
    severity: z.number(),
    title: z.string().refine((title) => !title.includes('[SAMPLE]'), { error: 'a drill is no sample' }),
    resource: z.looseObject({ resourceType: z.string() }),
    service: z.looseObject({ serviceName: z.literal('guardduty') }),
  }),
});

/**
 * What a file below `cloudtrail/` must have to be delivered: where and when each record happened.
 * Source: CloudTrail User Guide, "CloudTrail record contents".
 */
export const TRAIL_FILE = z.strictObject({
  Records: z
    .array(
      z.looseObject({
        eventVersion: z.string(),
        eventTime: z.iso.datetime(),
        eventSource: z.string(),
        eventName: z.string(),
        awsRegion: z.string(),
        eventID: z.uuid(),
        recipientAccountId: account,
      }),
    )
    .min(1),
});

/** A CloudTrail record, as far as delivering it needs to know. */
export type TrailRecord = z.output<typeof TRAIL_FILE>['Records'][number];
