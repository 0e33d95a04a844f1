-- title: What a set of access keys did, in order of time
-- question: Which calls did these keys make, one after the other? The first 1,000 calls; total_calls says how
--   many there are.
-- parameter access-keys: list, required
--   The keys of a lineage, with commas between them.
--   example: AKIAIOSFODNN7EXAMPLE,ASIARTXV5AHDQEXAMPLE
-- window: 90d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-keys
-- techniques: T1078.004, T1550.001
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
-- empty: The trail holds no call of any of these keys in the window. Data events, such as reading an S3 object,
--   are there only if the trail records them, so an empty result does not prove that the keys were idle.

WITH calls AS (
  SELECT
    eventtime, eventsource, eventname,
    CASE WHEN coalesce(errorcode, errormessage) IS NOT NULL THEN 'failed' ELSE 'ok' END AS outcome,
    errorcode,
    nullif(useridentity.accesskeyid, '') AS access_key,
    coalesce(
      useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby,
      useridentity.onbehalfof.userid, useridentity.principalid, useridentity.username
    ) AS principal,
    sourceipaddress, useragent,
    substr(requestparameters, 1, 500) AS request,
    recipientaccountid, awsregion, eventid,
    row_number() OVER (
      PARTITION BY coalesce(sharedeventid, eventid)
      ORDER BY
        CASE WHEN nullif(useridentity.accesskeyid, '') IS NULL THEN 1 ELSE 0 END,
        recipientaccountid, eventid
    ) AS copy
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND contains(split(?, ','), useridentity.accesskeyid)
)
SELECT
  eventtime, eventsource, eventname, outcome, errorcode, access_key, principal, sourceipaddress, useragent,
  request,
  recipientaccountid AS account,
  awsregion AS region,
  eventid,
  count(*) OVER () AS total_calls
FROM calls
WHERE copy = 1
ORDER BY eventtime, eventsource, eventname, eventid
LIMIT 1000
