-- title: Compute that was started
-- question: Who started instances and other compute, of which types, in which regions, from which images, how many,
--   and how often in vain?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1578.002, T1496.001, T1535
-- finding types: AttackSequence:EC2/CompromisedInstanceGroup,
--   AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   CryptoCurrency:EC2/BitcoinTool.B,
--   CryptoCurrency:EC2/BitcoinTool.B!DNS,
--   CryptoCurrency:Runtime/BitcoinTool.B,
--   CryptoCurrency:Runtime/BitcoinTool.B!DNS,
--   Impact:EC2/BitcoinDomainRequest.Reputation,
--   Impact:IAMUser/AnomalousBehavior,
--   Impact:Runtime/CryptoMinerExecuted
-- empty: Nobody started compute through these calls. Containers are in container-access, functions in
--   lambda-code-changes; an instance that was taken over mines without any call.

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
    max(useridentity.invokedby) AS through,
    max(responseelements) AS responseelements
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    -- The VPC endpoint's record of a call doubles the service's own, unless the endpoint refused the call.
    AND (coalesce(eventcategory, '') <> 'NetworkActivity' OR errorcode = 'VpceAccessDenied')
    AND (? = 'any' OR useridentity.accesskeyid = ?)
    AND (
      eventsource = 'ec2.amazonaws.com'
        AND eventname IN (
          'CreateFleet', 'RequestSpotFleet', 'RequestSpotInstances', 'RunInstances', 'RunScheduledInstances',
          'StartInstances'
        )
      OR eventsource = 'autoscaling.amazonaws.com'
        AND eventname IN (
          'CreateAutoScalingGroup', 'CreateLaunchConfiguration', 'SetDesiredCapacity', 'UpdateAutoScalingGroup'
        )
      OR eventsource = 'lightsail.amazonaws.com' AND eventname = 'CreateInstances'
      OR eventsource = 'sagemaker.amazonaws.com'
        AND eventname IN (
          'CreateApp', 'CreateEndpointConfig', 'CreateNotebookInstance', 'CreateProcessingJob', 'CreateTrainingJob',
          'CreateTransformJob'
        )
      OR eventsource = 'elasticmapreduce.amazonaws.com' AND eventname = 'RunJobFlow'
      OR eventsource = 'batch.amazonaws.com'
        AND regexp_extract(eventname, '^[A-Za-z]+') IN ('CreateComputeEnvironment', 'SubmitJob')
      OR eventsource = 'gamelift.amazonaws.com' AND eventname IN ('CreateContainerFleet', 'CreateFleet')
    )
  GROUP BY coalesce(sharedeventid, eventid)
),
starts AS (
  SELECT
    *,
    coalesce(
      json_extract_scalar(requestparameters, '$.instanceType'),
      json_extract_scalar(responseelements, '$.instancesSet.items[0].instanceType'),
      json_extract_scalar(requestparameters, '$.launchSpecification.instanceType'),
      json_extract_scalar(requestparameters, '$.bundleId'),
      json_extract_scalar(requestparameters, '$.resourceConfig.instanceType'),
      json_extract_scalar(requestparameters, '$.resourceSpec.instanceType'),
      json_extract_scalar(requestparameters, '$.processingResources.clusterConfig.instanceType'),
      json_extract_scalar(requestparameters, '$.productionVariants[0].instanceType'),
      json_extract_scalar(requestparameters, '$.eC2InstanceType')
    ) AS instance_type,
    coalesce(
      json_extract_scalar(requestparameters, '$.instancesSet.items[0].imageId'),
      json_extract_scalar(responseelements, '$.instancesSet.items[0].imageId'),
      json_extract_scalar(requestparameters, '$.launchSpecification.imageId'),
      json_extract_scalar(requestparameters, '$.imageId'),
      json_extract_scalar(requestparameters, '$.blueprintId'),
      json_extract_scalar(requestparameters, '$.algorithmSpecification.trainingImage')
    ) AS image,
    CASE WHEN errorcode IS NULL THEN
      cardinality(TRY_CAST(json_extract(responseelements, '$.instancesSet.items') AS ARRAY(JSON)))
    END AS instances
  FROM calls
)
SELECT
  principal,
  through,
  eventname,
  region,
  instance_type,
  image,
  count(*) AS calls,
  count(errorcode) AS errors,
  CAST(coalesce(sum(instances), 0) AS bigint) AS instances,
  array_join(array_sort(array_agg(DISTINCT errorcode) FILTER (WHERE errorcode IS NOT NULL)), ', ') AS error_codes,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  sourceipaddress,
  accounts
FROM starts
GROUP BY principal, through, eventname, region, instance_type, image, sourceipaddress, accounts
ORDER BY instances DESC, calls DESC, principal, through, eventname, region, instance_type, image, sourceipaddress,
  accounts
