-- title: Who looked through buckets
-- question: Who listed buckets and objects or read the settings of buckets, how many buckets, and how often in
--   vain? Services that act by themselves are left out.
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1619, T1580, T1526
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   AttackSequence:S3/CompromisedData,
--   Discovery:IAMUser/AnomalousBehavior,
--   Discovery:S3/AnomalousBehavior,
--   Discovery:S3/MaliciousIPCaller,
--   Discovery:S3/MaliciousIPCaller.Custom,
--   Discovery:S3/TorIPCaller,
--   PenTest:S3/KaliLinux,
--   PenTest:S3/ParrotLinux,
--   PenTest:S3/PentooLinux,
--   UnauthorizedAccess:S3/MaliciousIPCaller.Custom,
--   UnauthorizedAccess:S3/TorIPCaller
-- empty: Nobody listed buckets or read their settings in the window. Listing the objects of a bucket and HeadObject
--   are data events: they are there only if the trail records S3 data events.

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
    AND eventsource = 's3.amazonaws.com'
    AND regexp_like(eventname, '^(Get|Head|List)')
    AND eventname NOT IN ('GetObject', 'GetObjectTorrent')
    AND coalesce(useridentity.type, '') <> 'AWSService'
  GROUP BY coalesce(sharedeventid, eventid)
)
SELECT
  principal,
  sourceipaddress,
  eventname,
  count(*) AS calls,
  count(errorcode) AS errors,
  count(DISTINCT json_extract_scalar(requestparameters, '$.bucketName')) AS buckets,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  accounts
FROM calls
GROUP BY principal, sourceipaddress, eventname, accounts
ORDER BY buckets DESC, calls DESC, principal, sourceipaddress, eventname, accounts
