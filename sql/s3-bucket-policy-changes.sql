-- title: Changes to who may reach buckets and objects
-- question: Which policies, ACLs and blocks of public access of S3 were changed, and were they opened to everyone
--   or to other accounts?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1222, T1537, T1578.005, T1562.007
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   AttackSequence:S3/CompromisedData,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Exfiltration:IAMUser/AnomalousBehavior,
--   Impact:S3/AnomalousBehavior.Permission,
--   Policy:S3/AccountBlockPublicAccessDisabled,
--   Policy:S3/BucketAnonymousAccessGranted,
--   Policy:S3/BucketBlockPublicAccessDisabled,
--   Policy:S3/BucketPublicAccessGranted
-- empty: No such change is in the trail. ACLs of single objects (PutObjectAcl) are data events and are there only
--   if the trail records them; so are ACLs given along with an upload.

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
      'CreateAccessGrant', 'CreateAccessPoint', 'CreateMultiRegionAccessPoint', 'DeleteAccessPointPolicy',
      'DeleteAccountPublicAccessBlock', 'DeleteBucketOwnershipControls', 'DeleteBucketPolicy',
      'DeleteBucketPublicAccessBlock', 'PutAccessGrantsInstanceResourcePolicy', 'PutAccessPointPolicy',
      'PutAccessPointPolicyForObjectLambda', 'PutAccountPublicAccessBlock', 'PutBucketAcl', 'PutBucketCORS',
      'PutBucketCors',
      'PutBucketOwnershipControls', 'PutBucketPolicy', 'PutBucketPublicAccessBlock', 'PutBucketWebsite',
      'PutMultiRegionAccessPointPolicy', 'PutObjectAcl'
    )
),
-- One statement may stand alone, without an array around it.
changes AS (
  SELECT
    *,
    coalesce(
      TRY_CAST(json_extract(requestparameters, '$.bucketPolicy.Statement') AS ARRAY(JSON)),
      ARRAY[json_extract(requestparameters, '$.bucketPolicy.Statement')]
    ) AS statements,
    coalesce(
      json_extract_scalar(requestparameters, '$["x-amz-acl"]'),
      json_extract_scalar(requestparameters, '$["x-amz-acl"][0]'),
      ''
    ) AS canned_acl
  FROM calls
)
SELECT
  eventtime,
  eventname,
  json_extract_scalar(requestparameters, '$.bucketName') AS bucket,
  json_extract_scalar(requestparameters, '$.key') AS object,
  CASE
    WHEN strpos(requestparameters, 'acs.amazonaws.com/groups/global/AllUsers') > 0
      OR canned_acl LIKE 'public-%' THEN 'everyone'
    WHEN strpos(requestparameters, 'acs.amazonaws.com/groups/global/AuthenticatedUsers') > 0
      OR canned_acl = 'authenticated-read' THEN 'everyone with an AWS account'
    WHEN any_match(statements, s ->
      json_extract_scalar(s, '$.Effect') = 'Allow'
      AND (
        json_extract_scalar(s, '$.Principal') = '*'
        OR json_extract_scalar(s, '$.Principal.AWS') = '*'
        OR contains(TRY_CAST(json_extract(s, '$.Principal.AWS') AS ARRAY(VARCHAR)), '*')
        OR json_extract(s, '$.NotPrincipal') IS NOT NULL
      )
      AND json_extract(s, '$.Condition') IS NULL
    ) THEN 'everyone'
    WHEN any_match(statements, s ->
      json_extract_scalar(s, '$.Effect') = 'Allow'
      AND (
        json_extract_scalar(s, '$.Principal') = '*'
        OR json_extract_scalar(s, '$.Principal.AWS') = '*'
        OR contains(TRY_CAST(json_extract(s, '$.Principal.AWS') AS ARRAY(VARCHAR)), '*')
        OR json_extract(s, '$.NotPrincipal') IS NOT NULL
      )
    ) THEN 'everyone who meets a condition'
    WHEN eventname IN ('DeleteAccountPublicAccessBlock', 'DeleteBucketPublicAccessBlock')
      OR json_extract_scalar(requestparameters, '$.PublicAccessBlockConfiguration.RestrictPublicBuckets') = 'false'
      OR json_extract_scalar(requestparameters, '$.PublicAccessBlockConfiguration.BlockPublicPolicy') = 'false'
      OR json_extract_scalar(requestparameters, '$.PublicAccessBlockConfiguration.BlockPublicAcls') = 'false'
      OR json_extract_scalar(requestparameters, '$.PublicAccessBlockConfiguration.IgnorePublicAcls') = 'false'
      THEN 'public access no longer blocked'
  END AS opened_to,
  nullif(array_join(array_sort(array_distinct(filter(
    regexp_extract_all(requestparameters, '(^|[^0-9A-Za-z-])([0-9]{12})\b', 2), a -> a <> account
  ))), ', '), '') AS other_accounts,
  requestparameters AS request,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM changes
ORDER BY eventtime, eventname, call_id, account, errorcode, requestparameters, principal
