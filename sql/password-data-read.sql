-- title: Passwords and start scripts of instances that were read
-- question: Who read Windows passwords, user data, launch templates or consoles of instances, and of which ones?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1552.005, T1552, T1580
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/AnomalousBehavior,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Discovery:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS
-- empty: Nobody read such data through the API. What a process on the instance read from the metadata service is
--   not in CloudTrail.

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
    AND eventsource = 'ec2.amazonaws.com'
    AND (
      eventname IN (
        'DescribeLaunchTemplateVersions', 'GetConsoleOutput', 'GetConsoleScreenshot', 'GetLaunchTemplateData',
        'GetPasswordData'
      )
      OR eventname = 'DescribeInstanceAttribute'
        AND json_extract_scalar(requestparameters, '$.attribute') = 'userData'
    )
  GROUP BY coalesce(sharedeventid, eventid)
),
reads AS (
  SELECT
    *,
    coalesce(
      json_extract_scalar(requestparameters, '$.instanceId'),
      json_extract_scalar(requestparameters, '$.GetLaunchTemplateDataRequest.InstanceId'),
      json_extract_scalar(requestparameters, '$.DescribeLaunchTemplateVersionsRequest.LaunchTemplateId'),
      json_extract_scalar(requestparameters, '$.DescribeLaunchTemplateVersionsRequest.LaunchTemplateName')
    ) AS target
  FROM calls
)
SELECT
  principal,
  eventname,
  sourceipaddress,
  count(*) AS calls,
  count(errorcode) AS errors,
  count(DISTINCT target) AS targets,
  array_join(array_sort(array_agg(DISTINCT target) FILTER (WHERE target IS NOT NULL AND errorcode IS NULL)), ', ')
    AS targets_read,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  accounts,
  region
FROM reads
GROUP BY principal, eventname, sourceipaddress, accounts, region
ORDER BY targets DESC, calls DESC, principal, eventname, sourceipaddress, accounts, region
