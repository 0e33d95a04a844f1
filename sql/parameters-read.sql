-- title: Parameters that were read
-- question: Which parameters did each principal read from Parameter Store, how many were decrypted, and how many
--   parameters in all?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1552, T1555.006
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/AnomalousBehavior,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Exfiltration:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS
-- empty: Nobody read a parameter in the window. GetParametersByPath gives all parameters below a path: the trail
--   names the path and not what was below it.

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
    AND eventsource = 'ssm.amazonaws.com'
    AND eventname IN ('GetParameter', 'GetParameterHistory', 'GetParameters', 'GetParametersByPath')
  GROUP BY coalesce(sharedeventid, eventid)
),
-- One row for each parameter of each call.
named AS (
  SELECT
    call_id, principal, accounts, region, sourceipaddress, eventtime, eventname, errorcode,
    json_extract_scalar(requestparameters, '$.withDecryption') = 'true' AS decrypted,
    coalesce(
      TRY_CAST(json_extract(requestparameters, '$.names') AS ARRAY(VARCHAR)),
      ARRAY[coalesce(
        json_extract_scalar(requestparameters, '$.name'), json_extract_scalar(requestparameters, '$.path')
      )]
    ) AS names
  FROM calls
),
reads AS (
  SELECT
    principal,
    name AS parameter,
    region,
    accounts,
    array_join(array_sort(array_agg(DISTINCT eventname)), ', ') AS eventnames,
    count(DISTINCT call_id) AS calls,
    count(DISTINCT CASE WHEN decrypted AND errorcode IS NULL THEN call_id END) AS decrypted,
    count(DISTINCT CASE WHEN errorcode IS NOT NULL THEN call_id END) AS errors,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen,
    array_join(array_sort(array_agg(DISTINCT sourceipaddress)), ', ') AS addresses
  FROM named
  CROSS JOIN UNNEST(names) AS n (name)
  GROUP BY principal, name, region, accounts
)
SELECT
  principal,
  parameter,
  eventnames,
  calls,
  decrypted,
  errors,
  first_seen,
  last_seen,
  addresses,
  sum(CASE WHEN calls > errors THEN 1 ELSE 0 END) OVER (PARTITION BY principal) AS parameters_of_principal,
  accounts,
  region
FROM reads
ORDER BY parameters_of_principal DESC, principal, first_seen, parameter, region, accounts
