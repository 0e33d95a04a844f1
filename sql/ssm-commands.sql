-- title: Commands, sessions and automations of Systems Manager
-- question: Who ran commands or automations, opened sessions, or set up documents, associations and activations in
--   Systems Manager, and on which hosts?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1651, T1021.007, T1053
-- finding types: AttackSequence:EC2/CompromisedInstanceGroup,
--   AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/AnomalousBehavior,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Execution:EC2/MaliciousFile,
--   Execution:Runtime/ReverseShell,
--   Execution:Runtime/SuspiciousCommand,
--   Persistence:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS
-- empty: Nobody used Systems Manager in these ways. CloudTrail hides most parameters of commands, and never holds
--   what was typed in a session: look at the output bucket, the session logs and the host.

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
    AND eventsource IN ('ssm.amazonaws.com', 'ssm-guiconnect.amazonaws.com', 'ssm-quicksetup.amazonaws.com')
    AND eventname IN (
      'CreateActivation', 'CreateAssociation', 'CreateAssociationBatch', 'CreateDocument', 'ModifyDocumentPermission',
      'RegisterTaskWithMaintenanceWindow', 'ResumeSession', 'SendCommand', 'StartAccessRequest',
      'StartAssociationsOnce', 'StartAutomationExecution', 'StartChangeRequestExecution', 'StartConnection',
      'StartSession', 'UpdateAssociation', 'UpdateDocument', 'UpdateDocumentDefaultVersion',
      'UpdateManagedInstanceRole', 'UpdateServiceSetting'
    )
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.documentName'),
    json_extract_scalar(requestparameters, '$.name'),
    json_extract_scalar(requestparameters, '$.taskArn')
  ) AS document,
  coalesce(
    nullif(array_join(TRY_CAST(json_extract(requestparameters, '$.instanceIds') AS ARRAY(VARCHAR)), ', '), ''),
    json_extract_scalar(requestparameters, '$.target'),
    json_extract_scalar(requestparameters, '$.instanceId'),
    json_format(json_extract(requestparameters, '$.targets')),
    json_format(json_extract(requestparameters, '$.accountIdsToAdd'))
  ) AS targets,
  coalesce(
    json_extract_scalar(requestparameters, '$.parameters'), json_format(json_extract(requestparameters, '$.parameters'))
  ) AS parameters,
  coalesce(
    json_extract_scalar(requestparameters, '$.comment'), json_extract_scalar(requestparameters, '$.reason')
  ) AS reason,
  coalesce(
    json_extract_scalar(responseelements, '$.command.commandId'),
    json_extract_scalar(responseelements, '$.sessionId'),
    json_extract_scalar(responseelements, '$.automationExecutionId'),
    json_extract_scalar(responseelements, '$.activationId'),
    json_extract_scalar(responseelements, '$.associationDescription.associationId')
  ) AS id,
  json_extract_scalar(requestparameters, '$.outputS3BucketName') AS output_bucket,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM calls
ORDER BY eventtime, eventname, call_id, account, errorcode, requestparameters, responseelements, principal
