-- title: Who made, switched or deleted an access key
-- question: Which calls created this key, changed its status or deleted it, who made them, and did they
--   succeed?
-- parameter access-key: access-key-id, required
--   The access key that the question is about.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 90d
-- scope: account, region
-- hunt: access-key
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key
-- techniques: T1098.001, T1531
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
-- empty: No call in the window made, switched or deleted this key. IAM is logged in us-east-1: check that the
--   logs hold that region. A temporary key has no status.

WITH changes AS (
  SELECT
    eventtime, eventname,
    coalesce(
      json_extract_scalar(responseelements, '$.accessKey.userName'),
      json_extract_scalar(requestparameters, '$.userName'),
      useridentity.username
    ) AS key_user,
    coalesce(
      json_extract_scalar(requestparameters, '$.status'),
      json_extract_scalar(responseelements, '$.accessKey.status')
    ) AS status,
    errorcode,
    coalesce(
      useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby,
      useridentity.onbehalfof.userid, useridentity.principalid, useridentity.username
    ) AS principal,
    nullif(useridentity.accesskeyid, '') AS signed_with,
    sourceipaddress, useragent, recipientaccountid, eventid,
    row_number() OVER (PARTITION BY coalesce(sharedeventid, eventid) ORDER BY recipientaccountid, eventid) AS copy
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND eventsource = 'iam.amazonaws.com'
    AND eventname IN ('CreateAccessKey', 'DeleteAccessKey', 'UpdateAccessKey')
    AND ? IN (
      json_extract_scalar(requestparameters, '$.accessKeyId'),
      json_extract_scalar(responseelements, '$.accessKey.accessKeyId')
    )
)
SELECT
  eventtime, eventname, key_user, status, errorcode, principal, signed_with, sourceipaddress, useragent,
  recipientaccountid AS account, eventid
FROM changes
WHERE copy = 1
ORDER BY eventtime, eventname, eventid
