-- title: What one role session did
-- question: Which calls did the sessions of this ARN make, with which keys, and from where?
-- parameter session: arn, required
--   The session, as userIdentity.arn names it.
--   example: arn:aws:sts::111111111111:assumed-role/Deployer/build
-- window: 7d
-- scope: account, region
-- hunt: session
-- bindings: since.day, until.next-day, since, until, account, account, region, region, session
-- techniques: T1078.004, T1550.001
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
-- empty: The trail holds no call of a session of this name in the window. Data events, such as reading an S3
--   object, are there only if the trail records them, so an empty result does not prove that the session was
--   idle.

-- The caller chooses a session's name, so that several sessions can share one ARN: the key tells them apart.
WITH calls AS (
  SELECT
    -- A VPC endpoint's own record of a call counts as the service's record of the same request, where there is one.
    coalesce(
      CASE WHEN eventcategory = 'NetworkActivity' AND requestid IS NOT NULL THEN
        max(CASE WHEN eventcategory = 'NetworkActivity' THEN NULL ELSE coalesce(sharedeventid, eventid) END)
          OVER (PARTITION BY requestid) END,
      sharedeventid, eventid
    ) AS call_id,
    coalesce(errorcode, errormessage) IS NOT NULL AS failed,
    nullif(useridentity.accesskeyid, '') AS access_key,
    useridentity.sessioncontext.attributes.creationdate AS session_created,
    useridentity.sessioncontext.sourceidentity AS source_identity,
    eventtime, eventsource, eventname, sourceipaddress, useragent, awsregion
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND useridentity.arn = ?
)
SELECT
  access_key, session_created, source_identity, eventsource, eventname, sourceipaddress, useragent,
  count(DISTINCT call_id) AS calls,
  count(DISTINCT call_id) FILTER (WHERE failed) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  array_join(array_sort(array_agg(DISTINCT awsregion) FILTER (WHERE awsregion IS NOT NULL)), ', ') AS regions
FROM calls
GROUP BY 1, 2, 3, 4, 5, 6, 7
ORDER BY first_seen, access_key, eventsource, eventname, sourceipaddress, useragent, session_created,
  source_identity
