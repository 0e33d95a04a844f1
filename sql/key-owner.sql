-- title: Whom an access key belongs to
-- question: As whom did calls with this key act: which user, role and session, with MFA or not, and since when?
-- parameter access-key: access-key-id, required
--   The access key that the question is about.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 90d
-- scope: account, region
-- hunt: access-key
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key
-- techniques: T1078.004
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
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/TorIPCaller
-- empty: The trail holds no call of this key in the window, so that no record says whose it is. The account
--   stands in the key id itself, and who-issued-key may find its origin.

WITH calls AS (
  SELECT
    coalesce(sharedeventid, eventid) AS call_id,
    coalesce(errorcode, errormessage) IS NOT NULL AS failed,
    useridentity.type AS caller_type,
    useridentity.arn AS caller_arn,
    useridentity.principalid AS principal_id,
    useridentity.accountid AS account,
    useridentity.sessioncontext.sessionissuer.arn AS issuer_arn,
    useridentity.sessioncontext.attributes.creationdate AS session_created,
    useridentity.sessioncontext.attributes.mfaauthenticated AS mfa,
    useridentity.sessioncontext.sourceidentity AS source_identity,
    useridentity.sessioncontext.ec2roledelivery AS ec2_role_delivery,
    useridentity.onbehalfof.userid AS identity_center_user,
    coalesce(sessioncredentialfromconsole, 'false') AS from_console,
    eventtime
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND useridentity.accesskeyid = ?
)
SELECT
  caller_type, caller_arn, principal_id, account, issuer_arn, session_created, mfa, source_identity,
  ec2_role_delivery, identity_center_user, from_console,
  count(DISTINCT call_id) AS calls,
  count(DISTINCT call_id) FILTER (WHERE failed) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen
FROM calls
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
ORDER BY first_seen, caller_type, caller_arn, principal_id, account, issuer_arn, session_created, mfa,
  source_identity, ec2_role_delivery, identity_center_user, from_console
