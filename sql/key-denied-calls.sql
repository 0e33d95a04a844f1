-- title: Calls that an access key was denied
-- question: Which calls of this key were denied, how often, when, and on what?
-- parameter access-key: access-key-id, required
--   The access key that the question is about.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 90d
-- scope: account, region
-- hunt: access-key
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key
-- techniques: T1580, T1526, T1087.004
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
-- empty: The trail holds no denied call of this key in the window. After a containment that means that the key
--   was not used, or that the denial does not work: look for calls that went through.

WITH denied AS (
  SELECT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventsource, eventname, errorcode, sourceipaddress, awsregion,
    regexp_extract(errormessage, 'on resource: ([^ ]+)', 1) AS resource,
    CASE
      WHEN regexp_like(errormessage, '(?i)service control policy') THEN 'service control policy'
      WHEN regexp_like(errormessage, '(?i)resource control policy') THEN 'resource control policy'
      WHEN regexp_like(errormessage, '(?i)permissions boundary') THEN 'permissions boundary'
      WHEN regexp_like(errormessage, '(?i)session policy') THEN 'session policy'
      WHEN regexp_like(errormessage, '(?i)explicit deny') THEN 'explicit deny'
      WHEN regexp_like(errormessage, '(?i)because no ') THEN 'no policy allows it'
    END AS denied_by
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND useridentity.accesskeyid = ?
    AND regexp_like(lower(errorcode), 'accessdenied|unauthori[sz]ed|notauthori[sz]ed|forbidden|authorization|authfail')
)
SELECT
  eventsource, eventname, errorcode, resource, denied_by,
  count(DISTINCT call_id) AS calls,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  array_join(
    array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress IS NOT NULL)), ', '
  ) AS addresses,
  array_join(array_sort(array_agg(DISTINCT awsregion) FILTER (WHERE awsregion IS NOT NULL)), ', ') AS regions
FROM denied
GROUP BY 1, 2, 3, 4, 5
ORDER BY first_seen, eventsource, eventname, resource, errorcode, denied_by
