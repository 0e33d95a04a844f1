-- title: Who used an address
-- question: Which principals, keys and user agents called from this address or network, in which accounts, and
--   when?
-- parameter network: network, required
--   An IPv4 or IPv6 address, or a network.
--   example: 203.0.113.0/24
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, network
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
-- empty: The trail holds no call from there in the window. Data events, such as reading an S3 object, are there
--   only if the trail records them, so an empty result does not prove that nobody used the address.

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
    useridentity.type AS caller_type,
    nullif(useridentity.accesskeyid, '') AS access_key,
    sourceipaddress, useragent, eventtime, recipientaccountid
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND contains(?, TRY_CAST(sourceipaddress AS IPADDRESS))
)
SELECT
  principal, caller_type, access_key, sourceipaddress, useragent,
  count(DISTINCT call_id) AS calls,
  count(DISTINCT call_id) FILTER (WHERE failed) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  array_join(
    array_sort(array_agg(DISTINCT recipientaccountid) FILTER (WHERE recipientaccountid IS NOT NULL)), ', '
  ) AS accounts
FROM calls
GROUP BY 1, 2, 3, 4, 5
ORDER BY first_seen, principal, access_key, sourceipaddress, useragent, caller_type
