-- title: Sessions of IAM Identity Center users
-- question: Which Identity Center users worked in which accounts with which permission sets, from where, and
--   when?
-- parameter user: text, default any
--   Only this user: the name, or the id of the identity store.
--   example: alice@example.com
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, user, user
-- techniques: T1078.004, T1538, T1550.001
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
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/TorIPCaller
-- empty: The trail holds no call of such a session in the window. Sign-ins stand in the logs of the account and
--   region of Identity Center, work in those of the member accounts.

WITH calls AS (
  SELECT
    coalesce(sharedeventid, eventid) AS call_id,
    coalesce(errorcode, errormessage) IS NOT NULL AS failed,
    CASE
      WHEN starts_with(useridentity.sessioncontext.sessionissuer.username, 'AWSReservedSSO_')
        THEN split_part(useridentity.principalid, ':', 2)
      ELSE useridentity.username
    END AS user_name,
    useridentity.onbehalfof.userid AS user_id,
    regexp_extract(
      useridentity.sessioncontext.sessionissuer.username, '^AWSReservedSSO_(.+)_[0-9a-f]{16}$', 1
    ) AS permission_set,
    recipientaccountid AS account,
    coalesce(sessioncredentialfromconsole, 'false') AS from_console,
    sourceipaddress, useragent, eventtime, eventsource, eventname
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND (
      starts_with(useridentity.sessioncontext.sessionissuer.username, 'AWSReservedSSO_')
      OR useridentity.onbehalfof.userid IS NOT NULL
      OR useridentity.type = 'IdentityCenterUser'
    )
)
SELECT
  user_name, user_id, permission_set, account, from_console, sourceipaddress, useragent,
  count(DISTINCT call_id) AS calls,
  count(DISTINCT call_id) FILTER (WHERE failed) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  count(DISTINCT concat(eventsource, ' ', eventname)) AS event_names
FROM calls
WHERE ? = 'any' OR ? IN (user_name, user_id)
GROUP BY 1, 2, 3, 4, 5, 6, 7
ORDER BY first_seen, user_name, user_id, permission_set, account, from_console, sourceipaddress, useragent
