-- title: Objects read, by volume
-- question: Who read or copied objects out of which bucket, from where, how many objects and how many bytes?
-- parameter bucket: text, default any
--   Only reads of this bucket.
--   example: amzn-s3-demo-bucket
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key,
--   bucket, bucket
-- techniques: T1530, T1537
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   AttackSequence:S3/CompromisedData,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Exfiltration:IAMUser/AnomalousBehavior,
--   Exfiltration:S3/AnomalousBehavior,
--   Exfiltration:S3/MaliciousIPCaller,
--   UnauthorizedAccess:S3/MaliciousIPCaller.Custom,
--   UnauthorizedAccess:S3/TorIPCaller
-- empty: Reading an object is a data event, so it is there only if the trail records S3 data events. An empty
--   result without S3 data events in the trail proves nothing: look at the bucket's server access logs and the
--   storage metrics. Copies inside S3 transfer no bytes to the caller, so they have a column of their own.

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
    max(CASE WHEN errorcode IS NULL THEN
      TRY_CAST(json_extract_scalar(additionaleventdata, '$.bytesTransferredOut') AS double)
    END) AS bytes
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    -- The VPC endpoint's record of a call doubles the service's own, unless the endpoint refused the call.
    AND (coalesce(eventcategory, '') <> 'NetworkActivity' OR errorcode = 'VpceAccessDenied')
    AND (? = 'any' OR useridentity.accesskeyid = ?)
    AND eventsource IN ('s3.amazonaws.com', 's3express.amazonaws.com')
    AND eventname IN ('CopyObject', 'GetObject', 'GetObjectTorrent', 'SelectObjectContent', 'UploadPartCopy')
  GROUP BY coalesce(sharedeventid, eventid)
),
reads AS (
  SELECT
    principal, accounts, sourceipaddress, eventtime, errorcode,
    eventname IN ('CopyObject', 'UploadPartCopy') AS copied,
    CASE WHEN eventname NOT IN ('CopyObject', 'UploadPartCopy') THEN bytes END AS bytes,
    CASE WHEN eventname IN ('CopyObject', 'UploadPartCopy')
      THEN regexp_extract(json_extract_scalar(requestparameters, '$["x-amz-copy-source"]'), '^/?([^/?]+)', 1)
      ELSE json_extract_scalar(requestparameters, '$.bucketName')
    END AS bucket,
    CASE WHEN eventname IN ('CopyObject', 'UploadPartCopy')
      THEN regexp_extract(json_extract_scalar(requestparameters, '$["x-amz-copy-source"]'), '^/?[^/?]+/([^?]+)', 1)
      ELSE json_extract_scalar(requestparameters, '$.key')
    END AS object
  FROM calls
)
SELECT
  principal,
  bucket,
  sourceipaddress,
  CAST(coalesce(sum(bytes), 0) AS bigint) AS bytes_out,
  count(DISTINCT CASE WHEN errorcode IS NULL THEN object END) AS objects,
  count(*) AS calls,
  count(errorcode) AS errors,
  count(CASE WHEN copied AND errorcode IS NULL THEN 1 END) AS copies,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  accounts
FROM reads
WHERE (? = 'any' OR bucket = ?)
GROUP BY principal, bucket, sourceipaddress, accounts
ORDER BY bytes_out DESC, objects DESC, calls DESC, principal, bucket, sourceipaddress, accounts
