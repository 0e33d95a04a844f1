-- title: Who used a user agent
-- question: Which principals called with a user agent that holds this text, from where, how often, and when?
-- parameter text: text, required
--   A part of the user agent; capital and small letters are the same.
--   example: kali
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, text
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
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/TorIPCaller
-- empty: No call in the window has such a user agent. The caller chooses it freely, so an empty result does not
--   prove that the tool was not used.

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
    coalesce(
      useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby,
      useridentity.onbehalfof.userid, useridentity.principalid, useridentity.username
    ) AS principal,
    nullif(useridentity.accesskeyid, '') AS access_key,
    sourceipaddress, useragent, eventtime, eventsource, eventname, recipientaccountid
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND strpos(lower(useragent), lower(?)) > 0
)
SELECT
  useragent, principal, access_key, sourceipaddress,
  count(DISTINCT call_id) AS calls,
  count(DISTINCT call_id) FILTER (WHERE failed) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  count(DISTINCT concat(eventsource, ' ', eventname)) AS event_names,
  array_join(
    array_sort(array_agg(DISTINCT recipientaccountid) FILTER (WHERE recipientaccountid IS NOT NULL)), ', '
  ) AS accounts
FROM calls
GROUP BY 1, 2, 3, 4
ORDER BY first_seen, useragent, principal, access_key, sourceipaddress
