-- title: Stacks and pipelines, and who does not usually touch them
-- question: Who created, changed or deleted stacks, resources through Cloud Control, build projects and pipelines
--   since the suspected start, and had that principal done so before?
-- parameter suspected-since: time, required
--   When the intruder is thought to have begun. What came before it is taken for usual.
--   example: 2026-03-05T00:00:00Z
-- window: 35d
-- scope: account, region
-- bindings: suspected-since.day, until.next-day, suspected-since, until, account, account, region, region,
--   since.day, suspected-since.next-day, since, suspected-since, account, account, region, region
-- techniques: T1578, T1098.003, T1648, T1072
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Impact:IAMUser/AnomalousBehavior,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior
-- empty: No stack or pipeline was changed after the suspected start. If the logs do not reach back before it, every
--   principal counts as new.

-- Two windows that do not overlap: what is in question, and what came before.
WITH calls AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventsource, eventname, errorcode, sourceipaddress, account, region,
    coalesce(
      useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby,
      nullif(useridentity.principalid, ''), useridentity.accountid
    ) AS principal,
    useridentity.accesskeyid AS access_key,
    useridentity.invokedby AS through,
    requestparameters
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    -- The VPC endpoint's record of a call doubles the service's own, unless the endpoint refused the call.
    AND (coalesce(eventcategory, '') <> 'NetworkActivity' OR errorcode = 'VpceAccessDenied')
    AND (
      eventsource IN ('cloudformation.amazonaws.com', 'cloudcontrolapi.amazonaws.com', 'servicecatalog.amazonaws.com')
        AND eventname IN (
          'ActivateType', 'CreateChangeSet', 'CreateResource', 'CreateStack', 'CreateStackInstances', 'CreateStackSet',
          'DeleteResource', 'DeleteStack', 'DeleteStackSet', 'ExecuteChangeSet', 'ImportStacksToStackSet',
          'ProvisionProduct', 'RegisterType', 'SetStackPolicy', 'UpdateProvisionedProduct', 'UpdateResource',
          'UpdateStack', 'UpdateStackInstances', 'UpdateStackSet', 'UpdateTerminationProtection'
        )
      OR eventsource IN ('codebuild.amazonaws.com', 'codepipeline.amazonaws.com', 'codedeploy.amazonaws.com')
        AND eventname IN (
          'CreateDeployment', 'CreatePipeline', 'CreateProject', 'CreateWebhook', 'ImportSourceCredentials',
          'StartBuild', 'StartBuildBatch', 'UpdatePipeline', 'UpdateProject', 'UpdateProjectVisibility',
          'UpdateWebhook'
        )
    )
),
usual AS (
  SELECT
    coalesce(
      useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby,
      nullif(useridentity.principalid, ''), useridentity.accountid
    ) AS principal,
    count(DISTINCT coalesce(sharedeventid, eventid)) AS calls_before,
    max(eventtime) AS last_before
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime >= ?
    AND eventtime < ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND coalesce(eventcategory, '') <> 'NetworkActivity'
    AND errorcode IS NULL
    AND (
      eventsource IN ('cloudformation.amazonaws.com', 'cloudcontrolapi.amazonaws.com', 'servicecatalog.amazonaws.com')
        AND eventname IN (
          'ActivateType', 'CreateChangeSet', 'CreateResource', 'CreateStack', 'CreateStackInstances', 'CreateStackSet',
          'DeleteResource', 'DeleteStack', 'DeleteStackSet', 'ExecuteChangeSet', 'ImportStacksToStackSet',
          'ProvisionProduct', 'RegisterType', 'SetStackPolicy', 'UpdateProvisionedProduct', 'UpdateResource',
          'UpdateStack', 'UpdateStackInstances', 'UpdateStackSet', 'UpdateTerminationProtection'
        )
      OR eventsource IN ('codebuild.amazonaws.com', 'codepipeline.amazonaws.com', 'codedeploy.amazonaws.com')
        AND eventname IN (
          'CreateDeployment', 'CreatePipeline', 'CreateProject', 'CreateWebhook', 'ImportSourceCredentials',
          'StartBuild', 'StartBuildBatch', 'UpdatePipeline', 'UpdateProject', 'UpdateProjectVisibility',
          'UpdateWebhook'
        )
    )
  GROUP BY 1
)
SELECT
  calls.eventtime,
  calls.eventname,
  coalesce(
    json_extract_scalar(calls.requestparameters, '$.stackName'),
    json_extract_scalar(calls.requestparameters, '$.stackSetName'),
    json_extract_scalar(calls.requestparameters, '$.typeName'),
    json_extract_scalar(calls.requestparameters, '$.provisionedProductName'),
    json_extract_scalar(calls.requestparameters, '$.pipeline.name'),
    json_extract_scalar(calls.requestparameters, '$.projectName'),
    json_extract_scalar(calls.requestparameters, '$.name'),
    json_extract_scalar(calls.requestparameters, '$.applicationName')
  ) AS target,
  coalesce(
    json_extract_scalar(calls.requestparameters, '$.templateURL'),
    json_extract_scalar(calls.requestparameters, '$.schemaHandlerPackage'),
    json_extract_scalar(calls.requestparameters, '$.source.location'),
    json_extract_scalar(calls.requestparameters, '$.sourceLocationOverride')
  ) AS template,
  coalesce(
    json_extract_scalar(calls.requestparameters, '$.roleARN'),
    json_extract_scalar(calls.requestparameters, '$.serviceRole'),
    json_extract_scalar(calls.requestparameters, '$.executionRoleArn')
  ) AS role,
  nullif(array_join(
    TRY_CAST(json_extract(calls.requestparameters, '$.capabilities') AS ARRAY(VARCHAR)), ', '
  ), '') AS capabilities,
  calls.principal,
  coalesce(usual.calls_before, 0) AS calls_before,
  usual.last_before,
  calls.through,
  calls.access_key,
  calls.sourceipaddress,
  calls.errorcode,
  calls.account,
  calls.region
FROM calls
LEFT JOIN usual ON usual.principal = calls.principal
ORDER BY calls_before, calls.eventtime, calls.eventname, calls.call_id, calls.account, calls.errorcode,
  calls.requestparameters
