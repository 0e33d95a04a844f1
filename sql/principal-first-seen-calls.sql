-- title: Calls that a principal never made before
-- question: Which calls did this user or role make in the window that it did not make in the weeks before?
--   Where principal_seen_since is not before the window, nothing is known from before.
-- parameter principal: arn, required
--   The IAM user, the IAM role with its path, the root user, or one session as its own calls name it.
--   example: arn:aws:iam::111111111111:user/alice
-- parameter baseline: time, default 35d
--   Start of the time to compare with. It ends where the window starts.
--   example: 2026-02-01T00:00:00Z
-- window: 7d
-- scope: account, region
-- hunt: principal
-- bindings: baseline.day, since.next-day, since.day, until.next-day, baseline, since, since, until, account,
--   account, region, region, principal, since
-- techniques: T1078.004, T1580
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
-- empty: In the window this principal made no call that it did not already make in the weeks before, or it did
--   nothing at all.

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
    eventtime, eventsource, eventname, sourceipaddress, useragent, awsregion, recipientaccountid
  FROM cloudtrail_logs
  WHERE (day BETWEEN ? AND ? OR day BETWEEN ? AND ?)
    AND (eventtime BETWEEN ? AND ? OR eventtime BETWEEN ? AND ?)
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND ? IN (useridentity.arn, useridentity.sessioncontext.sessionissuer.arn)
),
seen AS (
  SELECT
    eventsource, eventname,
    count(DISTINCT call_id) AS calls,
    count(DISTINCT call_id) FILTER (WHERE failed) AS errors,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen,
    array_join(
      array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress IS NOT NULL)), ', '
    ) AS addresses,
    array_join(
      array_sort(array_agg(DISTINCT awsregion) FILTER (WHERE awsregion IS NOT NULL)), ', '
    ) AS regions,
    min(min(eventtime)) OVER () AS principal_seen_since
  FROM calls
  GROUP BY 1, 2
)
SELECT *
FROM seen
WHERE first_seen >= ?
ORDER BY first_seen, eventsource, eventname
