-- title: Ways into instances that were opened
-- question: Which instances got another role, another start script, other metadata settings, SSH keys pushed to
--   them, or a console or tunnel opened?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1098.004, T1021.008, T1578.005, T1552.005
-- finding types: AttackSequence:EC2/CompromisedInstanceGroup,
--   AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior,
--   Recon:EC2/PortProbeUnprotectedPort,
--   UnauthorizedAccess:EC2/RDPBruteForce,
--   UnauthorizedAccess:EC2/SSHBruteForce,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS
-- empty: Nobody changed instances in these ways through the API. A key that was put into authorized_keys on the
--   host itself leaves no record.

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
      eventsource = 'ec2.amazonaws.com'
        AND eventname IN (
          'AssociateIamInstanceProfile', 'AttachVolume', 'CreateInstanceConnectEndpoint', 'CreateKeyPair',
          'CreateLaunchTemplate', 'CreateLaunchTemplateVersion', 'CreateReplaceRootVolumeTask',
          'DisassociateIamInstanceProfile', 'EnableSerialConsoleAccess', 'ImportKeyPair', 'ModifyInstanceAttribute',
          'ModifyInstanceMetadataDefaults', 'ModifyInstanceMetadataOptions', 'ModifyLaunchTemplate',
          'ReplaceIamInstanceProfileAssociation'
        )
      OR eventsource = 'ec2-instance-connect.amazonaws.com'
        AND eventname IN ('OpenTunnel', 'SendSSHPublicKey', 'SendSerialConsoleSSHPublicKey')
    )
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.instanceId'),
    json_extract_scalar(requestparameters, '$.AssociateIamInstanceProfileRequest.InstanceId'),
    json_extract_scalar(
      responseelements,
      '$.ReplaceIamInstanceProfileAssociationResponse.iamInstanceProfileAssociation.instanceId'
    ),
    json_extract_scalar(requestparameters, '$.ReplaceIamInstanceProfileAssociationRequest.AssociationId'),
    json_extract_scalar(requestparameters, '$.DisassociateIamInstanceProfileRequest.AssociationId'),
    json_extract_scalar(requestparameters, '$.ModifyInstanceMetadataOptionsRequest.InstanceId'),
    json_extract_scalar(requestparameters, '$.CreateReplaceRootVolumeTaskRequest.InstanceId'),
    json_extract_scalar(requestparameters, '$.CreateLaunchTemplateRequest.LaunchTemplateName'),
    json_extract_scalar(requestparameters, '$.CreateLaunchTemplateVersionRequest.LaunchTemplateId'),
    json_extract_scalar(requestparameters, '$.CreateLaunchTemplateVersionRequest.LaunchTemplateName'),
    json_extract_scalar(requestparameters, '$.ModifyLaunchTemplateRequest.LaunchTemplateId'),
    json_extract_scalar(requestparameters, '$.instanceConnectEndpointId'),
    json_extract_scalar(requestparameters, '$.keyName')
  ) AS target,
  CASE
    WHEN eventname = 'ModifyInstanceAttribute' THEN coalesce(
      json_extract_scalar(requestparameters, '$.attribute'),
      CASE
        WHEN json_extract(requestparameters, '$.userData') IS NOT NULL THEN 'userData'
        WHEN json_extract(requestparameters, '$.groupSet') IS NOT NULL THEN 'groupSet'
        WHEN json_extract(requestparameters, '$.instanceType') IS NOT NULL THEN 'instanceType'
        WHEN json_extract(requestparameters, '$.disableApiTermination') IS NOT NULL THEN 'disableApiTermination'
        WHEN json_extract(requestparameters, '$.disableApiStop') IS NOT NULL THEN 'disableApiStop'
        WHEN json_extract(requestparameters, '$.sourceDestCheck') IS NOT NULL THEN 'sourceDestCheck'
      END
    )
    ELSE coalesce(
      json_extract_scalar(requestparameters, '$.AssociateIamInstanceProfileRequest.IamInstanceProfile.Name'),
      json_extract_scalar(requestparameters, '$.AssociateIamInstanceProfileRequest.IamInstanceProfile.Arn'),
      json_extract_scalar(requestparameters, '$.ReplaceIamInstanceProfileAssociationRequest.IamInstanceProfile.Name'),
      json_extract_scalar(requestparameters, '$.ReplaceIamInstanceProfileAssociationRequest.IamInstanceProfile.Arn'),
      json_extract_scalar(requestparameters, '$.ModifyInstanceMetadataOptionsRequest.HttpTokens'),
      json_extract_scalar(requestparameters, '$.instanceOSUser'),
      json_extract_scalar(requestparameters, '$.remotePort'),
      json_extract_scalar(requestparameters, '$.volumeId')
    )
  END AS detail,
  json_extract_scalar(requestparameters, '$.sSHPublicKey') AS ssh_public_key,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM calls
ORDER BY eventtime, eventname, call_id, account, errorcode, requestparameters, responseelements, principal
