-- title: Calls made with an access key
-- question: Which calls did this key make, how often, how many failed, and when and where?
-- parameter access-key: access-key-id, required
--   The access key that the finding names.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 90d
-- hunt: access-key
-- bindings: since.day, until.next-day, since, until, access-key
-- techniques: T1078.004, T1580, T1526
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
--   UnauthorizedAccess:IAMUser/TorIPCaller
-- empty: The trail holds no call of this key in the window. Data events, such as reading an S3 object,
--   are there only if the trail records them, so an empty result does not prove that the key was idle.

-- A call across accounts is logged in both, and a log file may be delivered twice: count each call once.
WITH calls AS (
  SELECT
    -- A VPC endpoint's own record of a call counts as the service's record of the same request, where there is one.
    coalesce(
      CASE WHEN eventcategory = 'NetworkActivity' AND requestid IS NOT NULL THEN
        max(CASE WHEN eventcategory = 'NetworkActivity' THEN NULL ELSE coalesce(sharedeventid, eventid) END)
          OVER (PARTITION BY requestid) END,
      sharedeventid, eventid
    ) AS call_id,
    eventtime, eventsource, eventname, awsregion, errorcode
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND useridentity.accesskeyid = ?
)
SELECT
  eventsource,
  eventname,
  count(DISTINCT call_id) AS calls,
  count(DISTINCT call_id) FILTER (WHERE errorcode IS NOT NULL) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  array_join(array_sort(array_agg(DISTINCT awsregion)), ', ') AS regions
FROM calls
GROUP BY eventsource, eventname
ORDER BY calls DESC, eventsource, eventname
