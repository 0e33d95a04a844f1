import { z } from 'zod';
import { crossChecks } from './cross-checks.ts';

const text = z.string({ error: 'must be text; put it in quotes' }).min(1, { error: 'is empty' });
/** YAML reads twelve digits as a number; the reader of the file gives them back as they were written. */
const accountId = text.regex(/^\d{12}$/, { error: 'an account id has 12 digits' });
/** A region's name becomes a part of the address that is called. */
const region = text.regex(/^[a-z]{2}(?:-[a-z]+){1,3}-\d{1,2}$/, {
  error: 'no region; write one such as eu-central-1',
});
/** Names of IAM roles, with or without their path. Source: IAM API Reference, "CreateRole". */
const role = text.regex(/^(?:arn:aws[a-z-]*:iam::(?:\d{12}|\{account\}):role\/)?(?!\/)[\w+=,.@/-]{1,512}$/, {
  error: 'no role; write its name, or an ARN such as arn:aws:iam::{account}:role/FirebreakResponder',
});
/** Source: IAM User Guide, "Access to AWS accounts owned by third parties". */
const externalId = text.regex(/^[\w+=,.@:/-]{2,1224}$/, {
  error: 'no external id: 2 characters or more, letters, digits and + = , . @ : / -',
});
const bucket = text.regex(/^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, {
  error: 'no name of a bucket; leave s3:// out',
});
/** Names in Glue and Athena. Source: Athena User Guide, "Name databases, tables, and columns". */
const tableName = text.regex(/^[a-z][a-z0-9_]{0,127}$/, { error: 'small letters, digits and _' });

const organisation = z.strictObject({
  id: text
    .regex(/^o-[a-z0-9]{8,32}$/, { error: 'no organisation id; it begins with o-' })
    .describe(
      'Id of the organisation, such as o-exampleorgid. Log files of an organisation trail lie below it.',
    ),
  management: accountId.optional().describe('The management account; one of `accounts`.'),
});

const access = z.strictObject({
  role: role
    .optional()
    .describe(
      'Role to assume in each account: its name, or an ARN with `{account}` in it. Without it only the account that the terminal is signed in to is reached.',
    ),
  externalId: externalId.optional().describe('External id that the trust policies of the roles ask for.'),
});

const account = z.strictObject({
  id: accountId.describe('Its id, 12 digits.'),
  name: text.max(128).describe('What people call it.'),
  production: z
    .boolean({ error: 'must be true or false' })
    .default(false)
    .describe('Whether production runs in it. `false` when it is left out.'),
  role: role
    .optional()
    .describe('Role to assume in this account instead; also when the terminal is signed in to it.'),
  externalId: externalId.optional().describe('External id for this account instead.'),
});

const regions = z.strictObject({
  home: region.describe('Where sessions are opened and the tables of Athena lie.'),
  all: z
    .array(region, { error: 'must be a list, such as [eu-central-1, us-east-1]' })
    .default([])
    .describe('All regions that the accounts use. The home region need not be repeated.'),
});

const logs = z.strictObject({
  bucket: bucket.describe('The central bucket that CloudTrail delivers to, without `s3://`.'),
  prefix: text
    .regex(/^[\w.=-]+(?:\/[\w.=-]+){0,9}\/?$/, {
      error: 'no prefix; write folders with a slash between them, and leave AWSLogs/ out',
    })
    .optional()
    .describe('What comes before `AWSLogs/` in the bucket.'),
  since: text
    .regex(/^\d{4}-\d\d-\d\d$/, { error: 'no day; write "2026-01-01"' })
    .optional()
    .describe('The first day that there are logs of, as `yyyy-mm-dd`.'),
});

const athena = z.strictObject({
  workgroup: text
    .regex(/^[\w.-]{1,128}$/, { error: 'no name of a workgroup' })
    .optional()
    .describe('The workgroup that queries run in. `primary` when it is left out.'),
  database: tableName.optional().describe('The database of the tables. `firebreak` when it is left out.'),
  catalog: text.max(256).optional().describe('The data catalogue. `AwsDataCatalog` when it is left out.'),
  results: text
    .regex(/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/.*)?$/, {
      error: 'no place in S3; write one such as s3://BUCKET/athena/',
    })
    .optional()
    .describe('Where results go, such as `s3://BUCKET/athena/`, unless the workgroup says it.'),
  maxScan: text
    .regex(/^\d{1,9}(?:\.\d{1,3})? ?[KMGT]B$/i, { error: 'no size; write one such as 10GB' })
    .optional()
    .describe('Queries that would scan more are given up, such as `10GB`.'),
});

const guardduty = z.strictObject({
  administrator: accountId.describe(
    'The delegated administrator account of GuardDuty, whose inbox holds all findings; one of `accounts`.',
  ),
});

const firehose = z.strictObject({
  stream: text
    .regex(/^[\w.-]{1,64}$/, { error: 'no name of a Firehose stream' })
    .describe('Name of the Firehose stream that takes log records in.'),
});

/** What `firebreak.yaml` holds. */
export const CONFIG_SCHEMA = z
  .strictObject({
    version: z.literal(1, { error: 'must be 1' }).describe('Version of this format.'),
    organisation: organisation.optional().describe('The AWS organisation.'),
    access: access.optional().describe('How accounts are reached from the terminal.'),
    accounts: z
      .array(account, { error: 'must be a list of accounts' })
      .min(1, { error: 'must name one account or more' })
      .describe('Every account that firebreak may call. A call for any other is refused.'),
    regions: regions.describe('The regions.'),
    logs: logs.optional().describe('The central bucket of CloudTrail log files.'),
    athena: athena.optional().describe('Where saved queries run.'),
    guardduty: guardduty.optional().describe('The inbox of findings.'),
    firehose: firehose.optional().describe('The stream that log records are sent to.'),
  })
  .superRefine(crossChecks);

/** `firebreak.yaml`, read and checked. */
export type FirebreakConfig = z.output<typeof CONFIG_SCHEMA>;
/** What may be written into `firebreak.yaml`. */
export type ConfigInput = z.input<typeof CONFIG_SCHEMA>;
/** One account of the configuration. */
export type ConfiguredAccount = FirebreakConfig['accounts'][number];
