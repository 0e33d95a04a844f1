-- title: Where a user or role was used from
-- question: From which addresses, with which user agents and keys was this user, or this role in all its
--   sessions, used, and when?
-- parameter principal: arn, required
--   The IAM user, the IAM role with its path, the root user, or one session as its own calls name it.
--   example: arn:aws:iam::111111111111:user/alice
-- window: 30d
-- scope: account, region
-- hunt: principal
-- bindings: since.day, until.next-day, since, until, account, account, region, region, principal
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
-- empty: The trail holds no call of this principal in the window. The ARN of a role has its path. Data events,
--   such as reading an S3 object, are there only if the trail records them, so an empty result does not prove
--   that the principal was idle.

-- A source address that is a service's name means that the service called on the principal's behalf.
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
    eventtime, sourceipaddress, useragent, vpcendpointid, awsregion
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND ? IN (useridentity.arn, useridentity.sessioncontext.sessionissuer.arn)
)
SELECT
  sourceipaddress, vpcendpointid, useragent,
  count(DISTINCT call_id) AS calls,
  count(DISTINCT call_id) FILTER (WHERE failed) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  count(DISTINCT access_key) AS access_keys,
  array_join(array_sort(array_agg(DISTINCT awsregion) FILTER (WHERE awsregion IS NOT NULL)), ', ') AS regions
FROM calls
GROUP BY 1, 2, 3
ORDER BY first_seen, sourceipaddress, vpcendpointid, useragent
