-- title: Tables read in DynamoDB
-- question: Who read which tables, by which kind of call, from where, how often and how often in vain?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1530, T1213.006
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Exfiltration:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS
-- empty: No read of a table is in the trail. Reading items is a data event, so it is there only if the trail
--   records DynamoDB data events. Exports are in snapshots-copied-or-exported.

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
    max(element_at(filter(resources, r -> r.type = 'AWS::DynamoDB::Table'), 1).arn) AS table_arn
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    -- The VPC endpoint's record of a call doubles the service's own, unless the endpoint refused the call.
    AND (coalesce(eventcategory, '') <> 'NetworkActivity' OR errorcode = 'VpceAccessDenied')
    AND (? = 'any' OR useridentity.accesskeyid = ?)
    AND eventsource = 'dynamodb.amazonaws.com'
    AND eventname IN (
      'BatchExecuteStatement', 'BatchGetItem', 'ExecuteStatement', 'ExecuteTransaction', 'GetItem', 'GetRecords',
      'Query', 'Scan', 'TransactGetItems'
    )
  GROUP BY coalesce(sharedeventid, eventid)
)
SELECT
  principal,
  coalesce(
    json_extract_scalar(requestparameters, '$.tableName'),
    table_arn,
    json_extract_scalar(requestparameters, '$.statement')
  ) AS table_name,
  eventname,
  sourceipaddress,
  count(*) AS calls,
  count(errorcode) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  accounts,
  region
FROM calls
GROUP BY 1, 2, eventname, sourceipaddress, accounts, region
ORDER BY calls DESC, principal, table_name, eventname, sourceipaddress, accounts, region
