-- title: Ways by which S3 itself carries objects elsewhere
-- question: Who set up or removed replication, inventories, notifications or batch jobs of buckets, and where do
--   they lead?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1537, T1020, T1490
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   AttackSequence:S3/CompromisedData,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Exfiltration:IAMUser/AnomalousBehavior,
--   Exfiltration:S3/AnomalousBehavior,
--   Exfiltration:S3/MaliciousIPCaller,
--   Impact:S3/AnomalousBehavior.Write,
--   UnauthorizedAccess:S3/MaliciousIPCaller.Custom,
--   UnauthorizedAccess:S3/TorIPCaller
-- empty: Nobody changed replication, inventories, notifications or batch jobs in the window. Rules that were set
--   before it still run.

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
      'CreateJob', 'DeleteBucketReplication', 'DeleteReplicationConfiguration', 'PutBucketInventoryConfiguration',
      'PutBucketNotification', 'PutBucketNotificationConfiguration', 'PutBucketReplication',
      'PutInventoryConfiguration', 'PutReplicationConfiguration', 'UpdateJobStatus'
    )
),
-- XML that became JSON: one rule is an object, several are an array.
changes AS (
  SELECT
    *,
    coalesce(
      TRY_CAST(json_extract(requestparameters, '$.ReplicationConfiguration.Rule') AS ARRAY(JSON)),
      ARRAY[json_extract(requestparameters, '$.ReplicationConfiguration.Rule')]
    ) AS rules
  FROM calls
)
SELECT
  eventtime,
  eventname,
  json_extract_scalar(requestparameters, '$.bucketName') AS bucket,
  nullif(concat_ws(', ',
    nullif(array_join(array_sort(array_distinct(
      transform(rules, r -> json_extract_scalar(r, '$.Destination.Bucket'))
    )), ', '), ''),
    json_extract_scalar(requestparameters, '$.InventoryConfiguration.Destination.S3BucketDestination.Bucket')
  ), '') AS destinations,
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
