-- title: Every credential that was issued
-- question: Which calls handed out access keys, sessions, passwords or service-specific credentials, to whom,
--   and with which key were they signed?
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region
-- techniques: T1078.004, T1098.001, T1550.001
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/AnomalousBehavior,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior,
--   Discovery:IAMUser/AnomalousBehavior,
--   Exfiltration:IAMUser/AnomalousBehavior,
--   Impact:IAMUser/AnomalousBehavior,
--   InitialAccess:IAMUser/AnomalousBehavior,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior,
--   Recon:IAMUser/MaliciousIPCaller,
--   Recon:IAMUser/MaliciousIPCaller.Custom,
--   Recon:IAMUser/TorIPCaller,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/TorIPCaller
-- empty: No call in the window handed out a credential. Where anything runs on EC2 or Lambda that is not to be
--   expected: check that the logs cover the regions and the day of the issue, since a session outlives its
--   issuing call by up to 36 hours.

-- Both records of a call across accounts are kept: sharedeventid says which belong together. DISTINCT drops only what
-- was delivered twice.
SELECT DISTINCT
  eventtime, eventid, sharedeventid, eventsource, eventname,
  recipientaccountid AS account,
  awsregion AS region,
  sourceipaddress, useragent,
  regexp_extract(responseelements, '"(?i:accesskeyid)" *: *"([A-Z0-9]{16,})"', 1) AS child_key,
  nullif(useridentity.accesskeyid, '') AS parent_key,
  coalesce(
    useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby,
    useridentity.onbehalfof.userid, useridentity.principalid, useridentity.username
  ) AS principal,
  useridentity.type AS caller_type,
  useridentity.principalid AS caller_principal_id,
  useridentity.arn AS caller_arn,
  useridentity.accountid AS caller_account,
  useridentity.username AS caller_user_name,
  useridentity.invokedby AS invoked_by,
  useridentity.identityprovider AS identity_provider,
  useridentity.onbehalfof.userid AS on_behalf_of,
  useridentity.sessioncontext.sessionissuer.type AS issuer_type,
  useridentity.sessioncontext.sessionissuer.arn AS issuer_arn,
  useridentity.sessioncontext.sessionissuer.username AS issuer_user_name,
  useridentity.sessioncontext.sourceidentity AS source_identity,
  json_extract_scalar(responseelements, '$.assumedRoleUser.arn') AS assumed_role_arn,
  json_extract_scalar(requestparameters, '$.roleArn') AS requested_role_arn,
  coalesce(
    json_extract_scalar(requestparameters, '$.roleSessionName'),
    json_extract_scalar(requestparameters, '$.name')
  ) AS requested_session_name,
  coalesce(
    json_extract_scalar(responseelements, '$.accessKey.userName'),
    json_extract_scalar(responseelements, '$.loginProfile.userName'),
    json_extract_scalar(responseelements, '$.serviceSpecificCredential.userName'),
    json_extract_scalar(requestparameters, '$.userName')
  ) AS credential_user,
  requestparameters, responseelements
FROM cloudtrail_logs
WHERE day BETWEEN ? AND ?
  AND eventtime BETWEEN ? AND ?
  AND (? = 'any' OR account = ?)
  AND (? = 'any' OR region = ?)
  AND errorcode IS NULL
  AND (
    regexp_like(responseelements, '"(?i:accesskeyid)" *: *"[A-Z0-9]{16,}"')
    OR (
      eventsource = 'iam.amazonaws.com'
      AND eventname IN ('CreateLoginProfile', 'CreateServiceSpecificCredential', 'UpdateLoginProfile')
    )
  )
ORDER BY eventtime, eventsource, eventname, child_key, eventid, account, region
