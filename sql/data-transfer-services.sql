-- title: Services that carry data away
-- question: Who set up or started transfers with DataSync, Transfer Family, DMS, Glue, AppFlow, Firehose, Backup or
--   Snow, or exports of tables and queries, and to where?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1537, T1048, T1567.002, T1074.002
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   AttackSequence:S3/CompromisedData,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Exfiltration:IAMUser/AnomalousBehavior,
--   Exfiltration:S3/AnomalousBehavior,
--   Exfiltration:S3/MaliciousIPCaller,
--   UnauthorizedAccess:S3/MaliciousIPCaller.Custom,
--   UnauthorizedAccess:S3/TorIPCaller
-- empty: Nobody set up or started such a transfer in the window. S3's own replication is in s3-replication-changes,
--   exports of snapshots in snapshots-copied-or-exported.

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
    AND (
      eventsource = 'datasync.amazonaws.com' AND regexp_like(eventname, '^(Create|Start|Update)')
      OR eventsource = 'transfer.amazonaws.com' AND regexp_like(eventname, '^(Create|Import|Start|Update)')
      OR eventsource = 'dms.amazonaws.com' AND regexp_like(eventname, '^(Create|Modify|Start)')
      OR eventsource = 'glue.amazonaws.com'
        AND eventname IN (
          'CreateConnection', 'CreateCrawler', 'CreateDevEndpoint', 'CreateJob', 'CreateSession', 'PutResourcePolicy',
          'StartJobRun', 'UpdateConnection', 'UpdateDevEndpoint', 'UpdateJob'
        )
      OR eventsource = 'appflow.amazonaws.com' AND regexp_like(eventname, '^(Create|Start|Update)')
      OR eventsource = 'firehose.amazonaws.com' AND eventname IN ('CreateDeliveryStream', 'UpdateDestination')
      OR eventsource IN ('snowball.amazonaws.com', 'importexport.amazonaws.com') AND eventname LIKE 'Create%'
      OR eventsource = 'storagegateway.amazonaws.com'
        AND regexp_like(eventname, '^(Activate|Create).*(Gateway|Share|Volume)')
      OR eventsource = 'dynamodb.amazonaws.com'
        AND eventname IN (
          'CreateGlobalTable', 'EnableKinesisStreamingDestination', 'ExportTableToPointInTime', 'UpdateGlobalTable'
        )
      OR eventsource = 'redshift-data.amazonaws.com' AND eventname IN ('BatchExecuteStatement', 'ExecuteStatement')
      OR eventsource = 'athena.amazonaws.com' AND eventname IN ('CreateWorkGroup', 'UpdateWorkGroup')
      OR eventsource = 'dataexchange.amazonaws.com' AND regexp_like(eventname, '^(Create|Start)')
      OR eventsource = 'ram.amazonaws.com' AND eventname IN ('AssociateResourceShare', 'CreateResourceShare')
    )
)
SELECT
  eventtime,
  eventsource,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.name'),
    json_extract_scalar(requestparameters, '$.taskArn'),
    json_extract_scalar(requestparameters, '$.serverId'),
    json_extract_scalar(requestparameters, '$.jobName'),
    json_extract_scalar(requestparameters, '$.flowName'),
    json_extract_scalar(requestparameters, '$.deliveryStreamName'),
    json_extract_scalar(requestparameters, '$.endpointIdentifier'),
    json_extract_scalar(requestparameters, '$.replicationTaskIdentifier'),
    json_extract_scalar(requestparameters, '$.replicationTaskArn'),
    json_extract_scalar(requestparameters, '$.endpointName'),
    json_extract_scalar(requestparameters, '$.tableArn'),
    json_extract_scalar(requestparameters, '$.workGroup'),
    json_extract_scalar(requestparameters, '$.sourceLocationArn')
  ) AS target,
  coalesce(
    json_extract_scalar(requestparameters, '$.s3BucketArn'),
    json_extract_scalar(requestparameters, '$.s3Bucket'),
    json_extract_scalar(requestparameters, '$.destinationLocationArn'),
    json_extract_scalar(requestparameters, '$.serverHostname'),
    json_extract_scalar(requestparameters, '$.serverName'),
    json_extract_scalar(requestparameters, '$.homeDirectory'),
    json_extract_scalar(requestparameters, '$.s3Settings.bucketName'),
    json_extract_scalar(requestparameters, '$.extendedS3DestinationConfiguration.bucketARN'),
    json_extract_scalar(requestparameters, '$.httpEndpointDestinationConfiguration.endpointConfiguration.url'),
    json_extract_scalar(requestparameters, '$.configuration.resultConfiguration.outputLocation'),
    json_extract_scalar(requestparameters, '$.streamArn')
  ) AS place,
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
FROM calls
ORDER BY eventtime, eventname, call_id, account, errorcode, requestparameters, responseelements, principal
