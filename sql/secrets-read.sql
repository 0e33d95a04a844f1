-- title: Secrets that were read
-- question: Which secrets did each principal read from Secrets Manager, and how many of them in all?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1555.006
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/AnomalousBehavior,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Exfiltration:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS
-- empty: Nobody read a secret in the window. A secret that the intruder read from the memory or the disk of a host
--   leaves no record.

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
    max(useridentity.invokedby) AS through
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    -- The VPC endpoint's record of a call doubles the service's own, unless the endpoint refused the call.
    AND (coalesce(eventcategory, '') <> 'NetworkActivity' OR errorcode = 'VpceAccessDenied')
    AND (? = 'any' OR useridentity.accesskeyid = ?)
    AND eventsource = 'secretsmanager.amazonaws.com'
    AND eventname IN ('BatchGetSecretValue', 'GetSecretValue')
  GROUP BY coalesce(sharedeventid, eventid)
),
-- A batch call logs GetSecretValue for each of its secrets besides itself, so only those carry a name.
reads AS (
  SELECT
    principal,
    CASE WHEN eventname = 'GetSecretValue'
      THEN json_extract_scalar(requestparameters, '$.secretId') END AS secret,
    region,
    accounts,
    array_join(array_sort(array_agg(DISTINCT eventname)), ', ') AS eventnames,
    array_join(array_sort(array_agg(DISTINCT through) FILTER (WHERE through IS NOT NULL)), ', ') AS through,
    count(*) AS calls,
    count(errorcode) AS errors,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen,
    array_join(array_sort(array_agg(DISTINCT sourceipaddress)), ', ') AS addresses
  FROM calls
  GROUP BY 1, 2, region, accounts
)
SELECT
  principal,
  secret,
  eventnames,
  through,
  calls,
  errors,
  first_seen,
  last_seen,
  addresses,
  sum(CASE WHEN secret IS NOT NULL AND calls > errors THEN 1 ELSE 0 END)
    OVER (PARTITION BY principal) AS secrets_of_principal,
  accounts,
  region
FROM reads
ORDER BY secrets_of_principal DESC, principal, first_seen, secret, region, accounts
