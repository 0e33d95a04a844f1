-- title: Lasting changes that an access key made
-- question: Which users, keys, roles, policies and sessions did this key create or change, so that access
--   outlives the key?
-- parameter access-key: access-key-id, required
--   The access key that the finding names.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 90d
-- hunt: access-key
-- bindings: since.day, until.next-day, since, until, access-key
-- techniques: T1098, T1098.001, T1098.003, T1136.003, T1550.001
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom,
--   UnauthorizedAccess:IAMUser/TorIPCaller
-- empty: The trail holds no such change by this key in the window. Sessions that the key opened with
--   AssumeRole act under keys of their own: trace the key and ask the same of each of them.

-- Everything that writes is taken, not a list of names, so that a new API call is not missed. Records from before
-- readOnly existed are told apart by name.
WITH changes AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventsource, eventname, recipientaccountid, requestparameters, responseelements, errorcode
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND useridentity.accesskeyid = ?
    AND (
      (
        eventsource IN (
          'iam.amazonaws.com', 'identitystore.amazonaws.com', 'rolesanywhere.amazonaws.com',
          'sso.amazonaws.com', 'sso-directory.amazonaws.com'
        )
        AND coalesce(readonly, 'false') <> 'true'
        AND NOT regexp_like(eventname, '^(Describe|Generate|Get|List|Search|Simulate)')
      )
      OR (
        eventsource = 'sts.amazonaws.com'
        AND eventname IN ('GetFederationToken', 'GetSessionToken')
      )
    )
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.userName'),
    json_extract_scalar(requestparameters, '$.roleName'),
    json_extract_scalar(requestparameters, '$.groupName'),
    json_extract_scalar(requestparameters, '$.instanceProfileName'),
    json_extract_scalar(responseelements, '$.accessKey.userName'),
    json_extract_scalar(requestparameters, '$.policyArn'),
    json_extract_scalar(requestparameters, '$.policyName'),
    json_extract_scalar(requestparameters, '$.sAMLProviderArn'),
    json_extract_scalar(requestparameters, '$.openIDConnectProviderArn'),
    json_extract_scalar(requestparameters, '$.principalId'),
    json_extract_scalar(requestparameters, '$.name')
  ) AS target,
  coalesce(
    json_extract_scalar(responseelements, '$.accessKey.accessKeyId'),
    json_extract_scalar(responseelements, '$.credentials.accessKeyId'),
    json_extract_scalar(requestparameters, '$.accessKeyId'),
    json_extract_scalar(requestparameters, '$.policyArn'),
    json_extract_scalar(requestparameters, '$.policyName'),
    json_extract_scalar(requestparameters, '$.permissionsBoundary')
  ) AS detail,
  errorcode,
  recipientaccountid AS account
FROM changes
ORDER BY eventtime, eventsource, eventname, call_id, account, errorcode, requestparameters, responseelements
