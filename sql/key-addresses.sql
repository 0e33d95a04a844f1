-- title: Where an access key was used from
-- question: From which source addresses and with which user agents was this key used, how often and when?
-- parameter access-key: access-key-id, required
--   The access key that the finding names.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 90d
-- hunt: access-key
-- bindings: since.day, until.next-day, since, until, access-key
-- techniques: T1078.004
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   InitialAccess:IAMUser/AnomalousBehavior,
--   PenTest:IAMUser/KaliLinux,
--   PenTest:IAMUser/ParrotLinux,
--   PenTest:IAMUser/PentooLinux,
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

-- A source address that is a service's name means that the service called on the key's behalf.
WITH calls AS (
  SELECT
    -- A VPC endpoint's own record of a call counts as the service's record of the same request, where there is one.
    coalesce(
      CASE WHEN eventcategory = 'NetworkActivity' AND requestid IS NOT NULL THEN
        max(CASE WHEN eventcategory = 'NetworkActivity' THEN NULL ELSE coalesce(sharedeventid, eventid) END)
          OVER (PARTITION BY requestid) END,
      sharedeventid, eventid
    ) AS call_id,
    eventtime, eventsource, eventname, sourceipaddress, useragent, errorcode
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND useridentity.accesskeyid = ?
)
SELECT
  sourceipaddress,
  useragent,
  count(DISTINCT call_id) AS calls,
  count(DISTINCT call_id) FILTER (WHERE errorcode IS NOT NULL) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen
FROM calls
GROUP BY sourceipaddress, useragent
ORDER BY calls DESC, sourceipaddress, useragent
