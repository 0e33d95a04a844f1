-- title: Changes to versions and locks of buckets
-- question: Who suspended versioning, turned MFA delete off, or changed object locks, legal holds and retention?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1490, T1485
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   AttackSequence:S3/CompromisedData,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Impact:IAMUser/AnomalousBehavior,
--   Impact:S3/AnomalousBehavior.Delete,
--   Impact:S3/AnomalousBehavior.Write
-- empty: Nobody changed versioning or locks of buckets in the window. Retention and legal holds of single objects
--   are data events, which the trail may not record.

WITH calls AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventsource, eventname, errorcode, sourceipaddress, account, region,
    coalesce(
      useridentity.arn, useridentity.invokedby, nullif(useridentity.principalid, ''), useridentity.accountid
    ) AS principal,
    useridentity.accesskeyid AS access_key,
    requestparameters, responseelements
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    -- The VPC endpoint's record of a call doubles the service's own, unless the endpoint refused the call.
    AND (coalesce(eventcategory, '') <> 'NetworkActivity' OR errorcode = 'VpceAccessDenied')
    AND (? = 'any' OR useridentity.accesskeyid = ?)
    AND eventsource = 's3.amazonaws.com'
    AND eventname IN (
      'PutBucketObjectLockConfiguration', 'PutBucketVersioning', 'PutObjectLegalHold', 'PutObjectLockConfiguration',
      'PutObjectRetention'
    )
)
SELECT
  eventtime,
  eventname,
  json_extract_scalar(requestparameters, '$.bucketName') AS bucket,
  json_extract_scalar(requestparameters, '$.key') AS object,
  json_extract_scalar(requestparameters, '$.VersioningConfiguration.Status') AS versioning,
  coalesce(
    json_extract_scalar(requestparameters, '$.VersioningConfiguration.MfaDelete'),
    json_extract_scalar(requestparameters, '$.VersioningConfiguration.MFADelete')
  ) AS mfa_delete,
  CASE WHEN eventname <> 'PutBucketVersioning' THEN requestparameters END AS lock_request,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM calls
ORDER BY eventtime, eventname, call_id, account, errorcode, requestparameters, responseelements, principal
