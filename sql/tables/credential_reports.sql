-- IAM credential reports, kept as IAM gives them (CSV), one a day and account, in Athena, engine version 3.
--
-- "firebreak query setup" fills these in and makes the table. To make it by hand, replace them:
--   {{database}}   the database to make the table in
--   {{bucket}}     the bucket that the reports are kept in
--   {{prefix}}     what comes before credential-reports/, with a slash, such as audit/; nothing when nothing does
--   {{accounts}}   every account whose reports are kept, with commas between them
--   {{first-day}}  the first day that there is a report of, such as 2024/01/01
--
-- AWS does not deliver these: store each account's report as credential-reports/<account>/<yyyy/MM/dd>/<any name>.csv.
-- The columns and their order are those of "Generate credential reports" in the IAM User Guide. All of them are text:
-- besides a time there can be N/A, no_information or not_supported. Compare true and false with lower().
CREATE EXTERNAL TABLE {{database}}.credential_reports (
  `user` string,
  arn string,
  user_creation_time string,
  password_enabled string,
  password_last_used string,
  password_last_changed string,
  password_next_rotation string,
  mfa_active string,
  access_key_1_active string,
  access_key_1_last_rotated string,
  access_key_1_last_used_date string,
  access_key_1_last_used_region string,
  access_key_1_last_used_service string,
  access_key_2_active string,
  access_key_2_last_rotated string,
  access_key_2_last_used_date string,
  access_key_2_last_used_region string,
  access_key_2_last_used_service string,
  cert_1_active string,
  cert_1_last_rotated string,
  cert_2_active string,
  cert_2_last_rotated string,
  additional_credentials_info string
)
PARTITIONED BY (account string, day string)
ROW FORMAT SERDE 'org.apache.hadoop.hive.serde2.OpenCSVSerde'
WITH SERDEPROPERTIES (
  'separatorChar' = ',',
  'quoteChar' = '"',
  'escapeChar' = '\\'
)
STORED AS INPUTFORMAT 'org.apache.hadoop.mapred.TextInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION 's3://{{bucket}}/{{prefix}}credential-reports/'
TBLPROPERTIES (
  'skip.header.line.count' = '1',
  'projection.enabled' = 'true',
  'projection.account.type' = 'enum',
  'projection.account.values' = '{{accounts}}',
  'projection.day.type' = 'date',
  'projection.day.format' = 'yyyy/MM/dd',
  'projection.day.range' = '{{first-day}},NOW',
  'projection.day.interval' = '1',
  'projection.day.interval.unit' = 'DAYS',
  'storage.location.template' = 's3://{{bucket}}/{{prefix}}credential-reports/${account}/${day}'
)
