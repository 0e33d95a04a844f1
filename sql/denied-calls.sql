-- title: Storms of denied calls
-- question: Which principals were denied often within an hour, for how many different calls, and from where?
-- parameter at-least: number, default 10
--   Denied calls within an hour from which on a principal is listed.
--   example: 10
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, at-least
-- techniques: T1580, T1526, T1087.004, T1619
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
-- empty: No principal was denied that often within one hour of the clock. An intruder who knows what the
--   credentials may do causes no denials.

WITH denied AS (
  SELECT
    coalesce(sharedeventid, eventid) AS call_id,
    coalesce(
      useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby,
      useridentity.onbehalfof.userid, useridentity.principalid, useridentity.username
    ) AS principal,
    nullif(useridentity.accesskeyid, '') AS access_key,
    substr(eventtime, 1, 13) AS hour,
    eventtime, eventsource, eventname, sourceipaddress, awsregion, recipientaccountid
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND regexp_like(lower(errorcode), 'accessdenied|unauthori[sz]ed|notauthori[sz]ed|forbidden|authorization|authfail')
),
storms AS (
  SELECT
    principal,
    concat(hour, ':00:00Z') AS hour_utc,
    count(DISTINCT call_id) AS denied,
    count(DISTINCT concat(eventsource, ' ', eventname)) AS event_names,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen,
    array_join(
      array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress IS NOT NULL)), ', '
    ) AS addresses,
    array_join(
      array_sort(array_agg(DISTINCT access_key) FILTER (WHERE access_key IS NOT NULL)), ', '
    ) AS access_keys,
    array_join(
      array_sort(array_agg(DISTINCT awsregion) FILTER (WHERE awsregion IS NOT NULL)), ', '
    ) AS regions,
    array_join(
      array_sort(array_agg(DISTINCT recipientaccountid) FILTER (WHERE recipientaccountid IS NOT NULL)), ', '
    ) AS accounts
  FROM denied
  GROUP BY 1, 2
)
SELECT *
FROM storms
WHERE denied >= ?
ORDER BY denied DESC, hour_utc, principal
