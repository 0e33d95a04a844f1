-- title: Access logging of buckets switched off
-- question: Who switched off server access logging of a bucket, or tried to?
-- parameter bucket: text, default any
--   Only this bucket.
--   example: amzn-s3-demo-bucket
-- window: 30d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, bucket, bucket
-- techniques: T1562.008
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior,
--   Stealth:S3/ServerAccessLoggingDisabled
-- empty: Nobody switched access logging off in the window. It may never have been on, and it may have been sent
--   to another bucket, which is not in this answer. A trail of one region, or an account outside the trail, is
--   silent here.

-- One call sets logging and switches it off: off is a status without a place to log to.
WITH changes AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventname, account, region, sourceipaddress, errorcode, requestparameters, responseelements,
    useridentity.accesskeyid AS access_key,
    coalesce(
      nullif(useridentity.arn, ''), useridentity.username, useridentity.invokedby, useridentity.principalid
    ) AS principal
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND eventsource = 's3.amazonaws.com'
    AND eventname = 'PutBucketLogging'
    AND json_extract(requestparameters, '$.BucketLoggingStatus.LoggingEnabled') IS NULL
    AND (? = 'any' OR json_extract_scalar(requestparameters, '$.bucketName') = ?)
)
SELECT
  eventtime,
  json_extract_scalar(requestparameters, '$.bucketName') AS bucket,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM changes
ORDER BY eventtime, bucket, call_id, account
