-- title: The call that handed out an access key
-- question: Which call handed out this key, who made it, with which key, and from where?
-- parameter access-key: access-key-id, required
--   The access key that the question is about.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 90d
-- scope: account, region
-- hunt: access-key
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key
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
-- empty: No record in the window hands out this key. It was issued earlier, in a region or account without logs
--   here, or by the console or a service, which log no key; a role session issued across accounts may stand
--   only in the other account.

-- The field of a key id is sought in every answer, so that a new kind of issuing call is not missed. A call across
-- accounts is logged in both, and only the caller's record names the parent key: that record is kept.
WITH issuing AS (
  SELECT
    eventtime, eventsource, eventname,
    coalesce(
      json_extract_scalar(responseelements, '$.assumedRoleUser.arn'),
      json_extract_scalar(responseelements, '$.federatedUser.arn'),
      json_extract_scalar(responseelements, '$.credentialSet[0].assumedRoleUser.arn'),
      json_extract_scalar(responseelements, '$.accessKey.userName'),
      json_extract_scalar(requestparameters, '$.targetPrincipal'),
      json_extract_scalar(requestparameters, '$.roleArn'),
      json_extract_scalar(requestparameters, '$.userName'),
      useridentity.arn
    ) AS issued_for,
    nullif(useridentity.accesskeyid, '') AS parent_key,
    coalesce(
      useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby,
      useridentity.onbehalfof.userid, useridentity.principalid, useridentity.username
    ) AS principal,
    useridentity.type AS caller_type,
    useridentity.accountid AS caller_account,
    useridentity.sessioncontext.sourceidentity AS source_identity,
    useridentity.sessioncontext.attributes.mfaauthenticated AS mfa,
    sourceipaddress, useragent,
    json_extract_scalar(responseelements, '$.credentials.expiration') AS expires,
    recipientaccountid, awsregion, eventid, sharedeventid,
    row_number() OVER (
      PARTITION BY coalesce(sharedeventid, eventid)
      ORDER BY
        CASE WHEN nullif(useridentity.accesskeyid, '') IS NULL THEN 1 ELSE 0 END,
        CASE WHEN useridentity.arn IS NULL THEN 1 ELSE 0 END,
        recipientaccountid, eventid
    ) AS copy
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND regexp_like(responseelements, concat('"(?i:accesskeyid)" *: *"', ?, '"'))
)
SELECT
  eventtime, eventsource, eventname, issued_for, parent_key, principal, caller_type, caller_account,
  source_identity, mfa, sourceipaddress, useragent, expires,
  recipientaccountid AS account, awsregion AS region, eventid, sharedeventid
FROM issuing
WHERE copy = 1
ORDER BY eventtime, eventsource, eventname, eventid
