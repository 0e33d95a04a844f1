-- title: Changes in regions that were not in use
-- question: Who changed something, or tried to, in a region in which the account had changed nothing in the
--   weeks before?
-- parameter baseline: time, default 35d
--   Start of the time to compare with. It ends where the window starts.
--   example: 2026-02-01T00:00:00Z
-- window: 7d
-- scope: account, region
-- bindings: baseline.day, since.next-day, since.day, until.next-day, baseline, since, since, until, account,
--   account, region, region, since, since
-- techniques: T1535, T1578.002, T1496
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
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.OutsideAWS
-- empty: Nothing was changed in a region that was not in use before. A region that the trail does not cover
--   leaves no record: check that the trail is for all regions.

WITH calls AS (
  SELECT
    coalesce(sharedeventid, eventid) AS call_id,
    coalesce(errorcode, errormessage) IS NOT NULL AS failed,
    recipientaccountid, awsregion, eventtime, eventsource, eventname, sourceipaddress,
    coalesce(
      useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby,
      useridentity.onbehalfof.userid, useridentity.principalid, useridentity.username
    ) AS principal,
    min(CASE WHEN coalesce(errorcode, errormessage) IS NOT NULL THEN NULL ELSE eventtime END)
      OVER (PARTITION BY recipientaccountid, awsregion) AS first_change,
    min(eventtime) OVER (PARTITION BY recipientaccountid) AS account_seen_since
  FROM cloudtrail_logs
  WHERE (day BETWEEN ? AND ? OR day BETWEEN ? AND ?)
    AND (eventtime BETWEEN ? AND ? OR eventtime BETWEEN ? AND ?)
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND coalesce(readonly, 'false') <> 'true'
    AND NOT regexp_like(eventname, '^(Describe|Get|Head|List|Lookup|Search)')
    AND eventsource <> 'signin.amazonaws.com'
    AND coalesce(eventtype, '') <> 'AwsServiceEvent'
)
SELECT
  recipientaccountid AS account,
  awsregion,
  principal,
  eventsource,
  eventname,
  count(DISTINCT call_id) AS calls,
  count(DISTINCT call_id) FILTER (WHERE failed) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  array_join(
    array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress IS NOT NULL)), ', '
  ) AS addresses,
  min(account_seen_since) AS account_seen_since
FROM calls
WHERE eventtime >= ?
  AND (first_change IS NULL OR first_change >= ?)
GROUP BY 1, 2, 3, 4, 5
ORDER BY account, awsregion, first_seen, eventsource, eventname, principal
