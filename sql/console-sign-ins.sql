-- title: Console sign-ins
-- question: Who signed in to the console or tried to, from which addresses, how often, and with MFA or without?
-- parameter principal: text, default any
--   Only sign-ins of this user or role, by its name or its ARN.
--   example: alice
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, principal, principal,
--   principal, principal
-- techniques: T1078.004, T1538
-- finding types: InitialAccess:IAM/ValidAccounts,
--   InitialAccess:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/ConsoleLogin,
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller,
--   UnauthorizedAccess:IAMUser/TorIPCaller
-- empty: The trail holds no console sign-in in the window. Sign-ins are logged in the region of the page that
--   was used, so a trail of one region misses some. Sign-ins to the portal of IAM Identity Center are other
--   events, and a console that was open before the window needs no new sign-in.

-- A sign-in that failed has no error code; its outcome is in the response.
WITH sign_ins AS (
  SELECT DISTINCT
    eventid, eventtime, account, sourceipaddress, useragent,
    useridentity.type AS user_type,
    json_extract_scalar(responseelements, '$.ConsoleLogin') AS outcome,
    lower(json_extract_scalar(additionaleventdata, '$.MFAUsed')) AS mfa,
    CASE useridentity.type
      WHEN 'Root' THEN 'root'
      WHEN 'IAMUser' THEN coalesce(useridentity.username, useridentity.arn)
      ELSE coalesce(nullif(useridentity.arn, ''), useridentity.username, useridentity.principalid)
    END AS principal
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND eventsource = 'signin.amazonaws.com'
    AND eventname = 'ConsoleLogin'
    AND (
      ? = 'any'
      OR useridentity.username = ?
      OR useridentity.arn = ?
      OR useridentity.sessioncontext.sessionissuer.username = ?
    )
)
SELECT
  principal,
  user_type,
  sourceipaddress,
  count(*) FILTER (WHERE outcome = 'Success') AS succeeded,
  count(*) FILTER (WHERE outcome = 'Failure') AS failed,
  count(*) FILTER (WHERE outcome = 'Success' AND mfa = 'yes') AS with_mfa,
  count(DISTINCT useragent) AS user_agents,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  account
FROM sign_ins
GROUP BY principal, user_type, sourceipaddress, account
ORDER BY first_seen, principal, user_type, sourceipaddress, account
