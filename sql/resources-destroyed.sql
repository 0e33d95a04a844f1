-- title: What was destroyed
-- question: Who terminated or deleted instances, databases, tables, volumes, functions, clusters and other things
--   that hold data or serve it, how many, and how often in vain?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1485, T1489, T1531
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Impact:IAMUser/AnomalousBehavior
-- empty: Nothing of these kinds was deleted through the API in the window. Objects are in s3-deletions, backups in
--   backups-deleted, keys in kms-key-changes.

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
    max(eventsource) AS eventsource,
    max(useridentity.invokedby) AS through
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    -- The VPC endpoint's record of a call doubles the service's own, unless the endpoint refused the call.
    AND (coalesce(eventcategory, '') <> 'NetworkActivity' OR errorcode = 'VpceAccessDenied')
    AND (? = 'any' OR useridentity.accesskeyid = ?)
    AND eventsource NOT IN ('s3.amazonaws.com', 'iam.amazonaws.com', 'kms.amazonaws.com')
    AND (
      eventname IN (
        'TerminateInstances', 'TerminateJobFlows', 'DeleteVolume', 'DeleteVpc', 'DeleteAutoScalingGroup',
        'DeleteDBCluster', 'DeleteDBInstance', 'DeleteGlobalCluster', 'DeleteTable', 'DeleteTables',
        'DeleteCacheCluster', 'DeleteReplicationGroup', 'DeleteServerlessCache', 'DeleteCluster', 'DeleteNodegroup',
        'DeleteService', 'DeleteFileSystem', 'DeleteDomain', 'DeleteElasticsearchDomain', 'DeleteCollection',
        'DeleteStack', 'DeleteStackSet', 'DeleteRepository', 'DeleteSecret', 'DeleteParameter', 'DeleteParameters',
        'DeleteHostedZone', 'DeleteDistribution', 'DeleteLoadBalancer', 'DeleteUserPool', 'DeleteIdentityPool',
        'DeleteStream', 'DeleteQueue', 'DeleteTopic', 'DeleteDatabase', 'DeleteWorkgroup', 'DeleteNamespace',
        'DeleteInstance', 'DeleteRelationalDatabase', 'DeleteApplication', 'DeleteApp', 'DeleteRestApi', 'DeleteApi'
      )
      OR eventsource = 'lambda.amazonaws.com' AND regexp_extract(eventname, '^[A-Za-z]+') = 'DeleteFunction'
    )
  GROUP BY coalesce(sharedeventid, eventid)
),
targets AS (
  SELECT
    *,
    coalesce(
      nullif(array_join(transform(
        TRY_CAST(json_extract(requestparameters, '$.instancesSet.items') AS ARRAY(JSON)),
        i -> json_extract_scalar(i, '$.instanceId')
      ), ', '), ''),
      json_extract_scalar(requestparameters, '$.volumeId'),
      json_extract_scalar(requestparameters, '$.vpcId'),
      json_extract_scalar(requestparameters, '$.dBInstanceIdentifier'),
      json_extract_scalar(requestparameters, '$.dBClusterIdentifier'),
      json_extract_scalar(requestparameters, '$.globalClusterIdentifier'),
      json_extract_scalar(requestparameters, '$.tableName'),
      json_extract_scalar(requestparameters, '$.cacheClusterId'),
      json_extract_scalar(requestparameters, '$.replicationGroupId'),
      json_extract_scalar(requestparameters, '$.fileSystemId'),
      json_extract_scalar(requestparameters, '$.secretId'),
      json_extract_scalar(requestparameters, '$.stackName'),
      json_extract_scalar(requestparameters, '$.repositoryName'),
      json_extract_scalar(requestparameters, '$.functionName'),
      json_extract_scalar(requestparameters, '$.clusterName'),
      json_extract_scalar(requestparameters, '$.clusterIdentifier'),
      json_extract_scalar(requestparameters, '$.cluster'),
      json_extract_scalar(requestparameters, '$.autoScalingGroupName'),
      json_extract_scalar(requestparameters, '$.domainName'),
      json_extract_scalar(requestparameters, '$.loadBalancerArn'),
      json_extract_scalar(requestparameters, '$.loadBalancerName'),
      json_extract_scalar(requestparameters, '$.userPoolId'),
      json_extract_scalar(requestparameters, '$.streamName'),
      json_extract_scalar(requestparameters, '$.queueUrl'),
      json_extract_scalar(requestparameters, '$.topicArn'),
      json_extract_scalar(requestparameters, '$.instanceName'),
      json_extract_scalar(requestparameters, '$.databaseName'),
      json_extract_scalar(requestparameters, '$.id'),
      json_extract_scalar(requestparameters, '$.name')
    ) AS target
  FROM calls
)
SELECT
  principal,
  through,
  eventsource,
  regexp_extract(eventname, '^[A-Za-z]+') AS deletion,
  region,
  count(*) AS calls,
  count(errorcode) AS errors,
  array_join(array_sort(array_agg(DISTINCT target) FILTER (WHERE target IS NOT NULL AND errorcode IS NULL)), ', ')
    AS targets_deleted,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  sourceipaddress,
  accounts
FROM targets
GROUP BY 1, 2, 3, 4, 5, sourceipaddress, accounts
ORDER BY calls DESC, first_seen, principal, through, eventsource, deletion, region, sourceipaddress, accounts
