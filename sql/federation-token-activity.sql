-- title: What federated sessions of a user did
-- question: What was done with sessions from GetFederationToken: of this IAM user, or of this federated user?
-- parameter principal: arn, required
--   The IAM user that asked for the sessions, or the federated user.
--   example: arn:aws:sts::111111111111:federated-user/console
-- window: 7d
-- scope: account, region
-- hunt: principal
-- bindings: since.day, until.next-day, since, until, account, account, region, region, principal
-- techniques: T1078.004, T1550.001, T1538
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
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.OutsideAWS
-- empty: The trail holds no call of such a session in the window. A federated session survives the deletion of
--   the key that asked for it, for up to 36 hours. Data events, such as reading an S3 object, are there only if
--   the trail records them, so an empty result does not prove that none is in use.

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
    useridentity.arn AS federated_user,
    useridentity.sessioncontext.sessionissuer.arn AS issued_by,
    nullif(useridentity.accesskeyid, '') AS access_key,
    coalesce(sessioncredentialfromconsole, 'false') AS from_console,
    eventtime, eventsource, eventname, sourceipaddress, useragent
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND useridentity.type = 'FederatedUser'
    AND ? IN (useridentity.arn, useridentity.sessioncontext.sessionissuer.arn)
)
SELECT
  federated_user, issued_by, access_key, from_console, eventsource, eventname, sourceipaddress, useragent,
  count(DISTINCT call_id) AS calls,
  count(DISTINCT call_id) FILTER (WHERE failed) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen
FROM calls
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
ORDER BY first_seen, federated_user, access_key, from_console, eventsource, eventname, sourceipaddress, useragent,
  issued_by
