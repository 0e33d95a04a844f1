-- Findings that GuardDuty exports to S3: one finding a line, compressed, in Athena, engine version 3.
--
-- "firebreak query setup" fills these in and makes the table. To make it by hand, replace them:
--   {{database}}   the database to make the table in
--   {{bucket}}     the bucket that findings are exported to
--   {{prefix}}     the prefix of the export and a slash, such as findings/; nothing when it has none
--   {{accounts}}   every account whose findings are exported, with commas between them
--   {{regions}}    every region that GuardDuty is on in, with commas between them
--   {{first-day}}  the first day that there are findings of, such as 2024/01/01
--
-- The layout is that of "Exporting generated findings to Amazon S3" in the GuardDuty User Guide. The fields are those
-- of "Finding" in the GuardDuty API Reference; the region is the partition. What differs from type to type, resource
-- and service, is JSON text: json_extract_scalar(service, '$.action.actionType').
-- The OpenX JSON SerDe writes that text with small keys only unless it tells small letters from capitals
-- (case.insensitive), so each name with capitals is mapped.
-- A finding that was updated is exported again: take the latest updatedat of each id.
CREATE EXTERNAL TABLE {{database}}.guardduty_findings (
  schemaversion string,
  accountid string,
  `partition` string,
  id string,
  arn string,
  type string,
  severity double,
  confidence double,
  createdat string,
  updatedat string,
  title string,
  description string,
  associatedattacksequencearn string,
  resource string,
  service string
)
PARTITIONED BY (account string, region string, day string)
ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
WITH SERDEPROPERTIES (
  'case.insensitive' = 'false',
  'ignore.malformed.json' = 'false',
  'mapping.accountid' = 'accountId',
  'mapping.associatedattacksequencearn' = 'associatedAttackSequenceArn',
  'mapping.createdat' = 'createdAt',
  'mapping.schemaversion' = 'schemaVersion',
  'mapping.updatedat' = 'updatedAt'
)
STORED AS INPUTFORMAT 'org.apache.hadoop.mapred.TextInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION 's3://{{bucket}}/{{prefix}}AWSLogs/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.account.type' = 'enum',
  'projection.account.values' = '{{accounts}}',
  'projection.region.type' = 'enum',
  'projection.region.values' = '{{regions}}',
  'projection.day.type' = 'date',
  'projection.day.format' = 'yyyy/MM/dd',
  'projection.day.range' = '{{first-day}},NOW',
  'projection.day.interval' = '1',
  'projection.day.interval.unit' = 'DAYS',
  'storage.location.template' = 's3://{{bucket}}/{{prefix}}AWSLogs/${account}/GuardDuty/${region}/${day}'
)
