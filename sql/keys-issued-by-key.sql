-- title: Access keys that a key handed out, and attempts
-- question: Which sessions and long-term keys did this key obtain, which did it try to obtain, when and from
--   where?
-- parameter access-key: access-key-id, required
--   The access key that the question is about.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 90d
-- scope: account, region
-- hunt: access-key
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key
-- techniques: T1078.004, T1098.001, T1550.001, T1548.005
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/AnomalousBehavior,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior,
--   Discovery:IAMUser/AnomalousBehavior,
--   Exfiltration:IAMUser/AnomalousBehavior,
--   Impact:IAMUser/AnomalousBehavior,
--   InitialAccess:IAMUser/AnomalousBehavior,
--   PenTest:IAMUser/KaliLinux,
--   PenTest:IAMUser/ParrotLinux,
--   PenTest:IAMUser/PentooLinux,
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
-- empty: No call of this key in the window handed out another key or tried to. Console passwords,
--   service-specific credentials and sign-in tokens are no keys: ask key-iam-changes and sessions-in-console
--   about them.

WITH issuing AS (
  SELECT
    eventtime, eventsource, eventname,
    regexp_extract(responseelements, '"(?i:accesskeyid)" *: *"([A-Z0-9]{16,})"', 1) AS child_key,
    coalesce(
      json_extract_scalar(responseelements, '$.assumedRoleUser.arn'),
      json_extract_scalar(responseelements, '$.federatedUser.arn'),
      json_extract_scalar(responseelements, '$.credentialSet[0].assumedRoleUser.arn'),
      json_extract_scalar(responseelements, '$.accessKey.userName'),
      json_extract_scalar(requestparameters, '$.targetPrincipal'),
      json_extract_scalar(requestparameters, '$.roleArn'),
      json_extract_scalar(requestparameters, '$.userName'),
      regexp_extract(errormessage, 'on resource: ([^ ]+)', 1),
      useridentity.arn
    ) AS issued_for,
    errorcode, sourceipaddress, useragent,
    json_extract_scalar(responseelements, '$.credentials.expiration') AS expires,
    recipientaccountid, awsregion, eventid,
    row_number() OVER (PARTITION BY coalesce(sharedeventid, eventid) ORDER BY recipientaccountid, eventid) AS copy
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND useridentity.accesskeyid = ?
    AND (
      regexp_like(responseelements, '"(?i:accesskeyid)" *: *"[A-Z0-9]{16,}"')
      OR (
        errorcode IS NOT NULL
        AND (
          eventname LIKE 'AssumeRole%'
          OR eventname IN (
            'AssumeRoot', 'CreateAccessKey', 'CreateSession', 'GetCredentialsForIdentity',
            'GetFederationToken', 'GetRoleCredentials', 'GetSessionToken'
          )
        )
      )
    )
)
SELECT
  eventtime, eventsource, eventname, child_key, issued_for, errorcode, sourceipaddress, useragent, expires,
  recipientaccountid AS account, awsregion AS region, eventid
FROM issuing
WHERE copy = 1
ORDER BY eventtime, eventsource, eventname, child_key, eventid
