-- title: What was deleted from S3
-- question: Who deleted objects, versions and buckets, or set lifecycle rules that let objects expire?
-- parameter bucket: text, default any
--   Only deletions from this bucket.
--   example: amzn-s3-demo-bucket
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key,
--   bucket, bucket
-- techniques: T1485, T1485.001, T1490
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   AttackSequence:S3/CompromisedData,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Impact:IAMUser/AnomalousBehavior,
--   Impact:S3/AnomalousBehavior.Delete,
--   Impact:S3/AnomalousBehavior.Permission,
--   Impact:S3/AnomalousBehavior.Write,
--   Impact:S3/MaliciousIPCaller
-- empty: No deletion is in the trail. Deletions of objects are data events: they are there only if the trail
--   records S3 data events. What a lifecycle rule deletes is not in CloudTrail at all, only in server access logs.

-- A call across accounts is logged in both, and a log file may be delivered twice: count each call once.
WITH calls AS (
  SELECT
    coalesce(sharedeventid, eventid) AS call_id,
    coalesce(
      max(useridentity.sessioncontext.sessionissuer.arn), max(useridentity.arn), max(useridentity.invokedby),
      max(nullif(useridentity.principalid, '')), max(useridentity.accountid)
    ) AS principal,
    concat_ws(', ', min(account), nullif(max(account), min(account))) AS accounts,
    max(region) AS region,
    max(sourceipaddress) AS sourceipaddress,
    min(eventtime) AS eventtime,
    max(eventname) AS eventname,
    max(errorcode) AS errorcode,
    max(requestparameters) AS requestparameters
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    -- The VPC endpoint's record of a call doubles the service's own, unless the endpoint refused the call.
    AND (coalesce(eventcategory, '') <> 'NetworkActivity' OR errorcode = 'VpceAccessDenied')
    AND (? = 'any' OR useridentity.accesskeyid = ?)
    AND eventsource IN (
      's3.amazonaws.com', 's3express.amazonaws.com', 's3tables.amazonaws.com', 's3vectors.amazonaws.com'
    )
    AND eventname IN (
      'DeleteBucket', 'DeleteIndex', 'DeleteNamespace', 'DeleteObject', 'DeleteObjects', 'DeleteTable',
      'DeleteTableBucket', 'DeleteVectorBucket', 'DeleteVectors', 'PutBucketLifecycle',
      'PutBucketLifecycleConfiguration'
    )
  GROUP BY coalesce(sharedeventid, eventid)
),
-- XML that became JSON: one rule is an object, several are an array.
deletions AS (
  SELECT
    *,
    coalesce(
      TRY_CAST(json_extract(requestparameters, '$.LifecycleConfiguration.Rule') AS ARRAY(JSON)),
      ARRAY[json_extract(requestparameters, '$.LifecycleConfiguration.Rule')]
    ) AS rules
  FROM calls
)
SELECT
  principal,
  coalesce(
    json_extract_scalar(requestparameters, '$.bucketName'),
    json_extract_scalar(requestparameters, '$.tableBucketARN'),
    json_extract_scalar(requestparameters, '$.vectorBucketName')
  ) AS bucket,
  eventname,
  CASE
    WHEN eventname LIKE 'PutBucketLifecycle%' AND any_match(rules, r ->
      json_extract_scalar(r, '$.Status') = 'Enabled'
      AND coalesce(
        json_extract_scalar(r, '$.Expiration.Days'), json_extract_scalar(r, '$.Expiration.Date'),
        json_extract_scalar(r, '$.NoncurrentVersionExpiration.NoncurrentDays')
      ) IS NOT NULL
      AND coalesce(json_extract_scalar(r, '$.Filter.Prefix'), json_extract_scalar(r, '$.Prefix'), '') = ''
      AND json_extract(r, '$.Filter.And') IS NULL
      AND json_extract(r, '$.Filter.Tag') IS NULL
      AND json_extract(r, '$.Filter.ObjectSizeGreaterThan') IS NULL
      AND json_extract(r, '$.Filter.ObjectSizeLessThan') IS NULL
    ) THEN 'lets every object expire'
    WHEN eventname LIKE 'PutBucketLifecycle%' AND any_match(rules, r ->
      json_extract_scalar(r, '$.Status') = 'Enabled'
      AND (
        json_extract(r, '$.Expiration') IS NOT NULL OR json_extract(r, '$.NoncurrentVersionExpiration') IS NOT NULL
      )
    ) THEN 'lets some objects expire'
    WHEN eventname LIKE 'PutBucketLifecycle%' THEN 'no rule deletes'
    WHEN eventname = 'DeleteObject' AND json_extract_scalar(requestparameters, '$.versionId') IS NOT NULL
      THEN 'object version deleted for good'
    WHEN eventname = 'DeleteObject' THEN 'object deleted, or hidden if the bucket keeps versions'
    WHEN eventname = 'DeleteObjects' THEN 'up to 1000 objects or versions in each call'
  END AS effect,
  json_format(json_extract(requestparameters, '$.LifecycleConfiguration')) AS lifecycle,
  count(*) AS calls,
  count(errorcode) AS errors,
  count(DISTINCT CASE WHEN errorcode IS NULL THEN json_extract_scalar(requestparameters, '$.key') END) AS keys,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  sourceipaddress,
  accounts
FROM deletions
WHERE (? = 'any' OR json_extract_scalar(requestparameters, '$.bucketName') = ?)
GROUP BY 1, 2, 3, 4, 5, sourceipaddress, accounts
ORDER BY first_seen, principal, bucket, eventname, effect, lifecycle, sourceipaddress, accounts
