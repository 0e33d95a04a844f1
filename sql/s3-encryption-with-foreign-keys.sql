-- title: Objects encrypted with keys from outside
-- question: Who wrote objects under a key given with the request (SSE-C) or under a KMS key of another account, or
--   made such a key the default, so that the owner may not read them?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1486
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   AttackSequence:S3/CompromisedData,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Impact:IAMUser/AnomalousBehavior,
--   Impact:S3/AnomalousBehavior.Write,
--   Impact:S3/MaliciousIPCaller
-- empty: No such write is in the trail. Writing an object is a data event, so it is there only if the trail records
--   S3 data events; the default encryption of a bucket is always there.

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
    max(requestparameters) AS requestparameters,
    max(account) AS writer_account,
    max(element_at(filter(resources, r -> r.type = 'AWS::S3::Bucket'), 1).accountid) AS bucket_account,
    max(element_at(filter(resources, r -> r.type = 'AWS::KMS::Key'), 1).arn) AS key_arn,
    max(json_extract_scalar(additionaleventdata, '$.SSEApplied')) AS applied
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    -- The VPC endpoint's record of a call doubles the service's own, unless the endpoint refused the call.
    AND (coalesce(eventcategory, '') <> 'NetworkActivity' OR errorcode = 'VpceAccessDenied')
    AND (? = 'any' OR useridentity.accesskeyid = ?)
    AND eventsource IN ('s3.amazonaws.com', 's3express.amazonaws.com')
    AND eventname IN (
      'CopyObject', 'CreateMultipartUpload', 'InitiateMultipartUpload', 'PutBucketEncryption', 'PutObject',
      'UploadPart', 'UploadPartCopy', 'UpdateObjectEncryption'
    )
  GROUP BY coalesce(sharedeventid, eventid)
),
writes AS (
  SELECT
    *,
    json_extract_scalar(requestparameters, '$.bucketName') AS bucket,
    json_extract_scalar(requestparameters, '$.key') AS object,
    applied = 'SSE_C'
      OR json_extract_scalar(requestparameters, '$["x-amz-server-side-encryption-customer-algorithm"]') IS NOT NULL
      AS is_customer_key,
    coalesce(
      json_extract_scalar(requestparameters, '$["x-amz-server-side-encryption-aws-kms-key-id"]'),
      json_extract_scalar(
        requestparameters,
        '$.ServerSideEncryptionConfiguration.Rule.ApplyServerSideEncryptionByDefault.KMSMasterKeyID'
      ),
      key_arn
    ) AS kms_key
  FROM calls
),
foreign_writes AS (
  SELECT
    *,
    CASE WHEN is_customer_key THEN 'key given with the request' ELSE 'KMS key of another account' END AS kind,
    -- The copy of an object onto itself is how stored objects are encrypted anew.
    split_part(json_extract_scalar(requestparameters, '$["x-amz-copy-source"]'), '?', 1)
      IN (concat(bucket, '/', object), concat('/', bucket, '/', object)) AS is_in_place
  FROM writes
  WHERE is_customer_key
    OR regexp_extract(kms_key, '^arn:[^:]+:kms:[^:]*:([0-9]{12}):', 1) <> coalesce(bucket_account, writer_account)
)
SELECT
  principal,
  bucket,
  eventname,
  kind,
  CASE WHEN is_customer_key THEN NULL ELSE kms_key END AS kms_key,
  count(*) AS calls,
  count(errorcode) AS errors,
  count(DISTINCT CASE WHEN errorcode IS NULL THEN object END) AS objects,
  count(CASE WHEN is_in_place AND errorcode IS NULL THEN 1 END) AS in_place,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  sourceipaddress,
  accounts
FROM foreign_writes
GROUP BY 1, 2, 3, 4, 5, sourceipaddress, accounts
ORDER BY objects DESC, calls DESC, first_seen, principal, bucket, eventname, kind, kms_key, sourceipaddress, accounts
