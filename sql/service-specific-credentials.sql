-- title: Credentials of IAM users that are no access keys
-- question: Which service-specific credentials (CodeCommit, Keyspaces, Bedrock), SSH keys and signing
--   certificates were made or reset, and for whom?
-- window: 90d
-- scope: account
-- bindings: since.day, until.next-day, since, until, account, account
-- techniques: T1098.001, T1098.004
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Impact:IAMUser/CostHarvesting,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAM/AccountManipulation,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior
-- empty: The trail holds no such credential that was made in the window; older ones go on working when access
--   keys are switched off. IAM is logged in one region, us-east-1 in most partitions: a trail of another region
--   holds none of it.

-- IAM refuses a call without logging its parameters; what it was about is only in the message.
WITH changes AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventname, account, sourceipaddress, errorcode, requestparameters, responseelements,
    nullif(regexp_extract(errormessage, 'on resource: (.+?)(?: because| with an explicit deny|$)', 1), '*') AS refused,
    CASE
      WHEN errorcode = 'AccessDenied' THEN NULL
      WHEN useridentity.type = 'Root' THEN 'root'
      WHEN useridentity.type = 'IAMUser' THEN useridentity.username
    END AS self,
    useridentity.accesskeyid AS access_key,
    coalesce(
      nullif(useridentity.arn, ''), useridentity.username, useridentity.invokedby, useridentity.principalid
    ) AS principal
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND eventsource = 'iam.amazonaws.com'
    AND eventname IN (
      'CreateServiceSpecificCredential', 'ResetServiceSpecificCredential', 'UpdateSSHPublicKey',
      'UpdateServiceSpecificCredential', 'UpdateSigningCertificate', 'UploadSSHPublicKey', 'UploadSigningCertificate'
    )
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.userName'),
    json_extract_scalar(responseelements, '$.serviceSpecificCredential.userName'),
    regexp_extract(refused, '^user (.+)$', 1),
    self
  ) AS user_name,
  coalesce(
    json_extract_scalar(requestparameters, '$.serviceName'),
    json_extract_scalar(responseelements, '$.serviceSpecificCredential.serviceName')
  ) AS service,
  coalesce(
    json_extract_scalar(responseelements, '$.serviceSpecificCredential.serviceSpecificCredentialId'),
    json_extract_scalar(requestparameters, '$.serviceSpecificCredentialId'),
    json_extract_scalar(responseelements, '$.sSHPublicKey.sSHPublicKeyId'),
    json_extract_scalar(requestparameters, '$.sSHPublicKeyId'),
    json_extract_scalar(responseelements, '$.certificate.certificateId'),
    json_extract_scalar(requestparameters, '$.certificateId')
  ) AS credential,
  json_extract_scalar(requestparameters, '$.status') AS new_status,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account
FROM changes
ORDER BY eventtime, eventname, call_id, account
