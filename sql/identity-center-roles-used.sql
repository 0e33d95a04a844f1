-- title: Accounts and roles opened through IAM Identity Center
-- question: Which accounts and roles did users open from the portal of IAM Identity Center, and from where?
-- parameter identity: text, default any
--   Only this user, by its id in the identity store or its name.
--   example: 11111111-1111-4111-8111-111111111111
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, identity, identity,
--   identity
-- techniques: T1078.004, T1550.001
-- finding types: CredentialAccess:IAMUser/CompromisedCredentials,
--   InitialAccess:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B
-- empty: The trail holds no such use in the window. It is logged only in the account and the region that IAM
--   Identity Center lives in. Keys that the command line got before the window work on until they expire.

-- Federate opens the console, GetRoleCredentials gives keys to the command line.
WITH events AS (
  SELECT DISTINCT
    eventid, eventtime, eventname, account, region, sourceipaddress, errorcode,
    coalesce(useridentity.onbehalfof.userid, useridentity.principalid) AS user_id,
    useridentity.username AS user_name,
    coalesce(
      json_extract_scalar(serviceeventdetails, '$.account_id'),
      json_extract_scalar(requestparameters, '$.accountId')
    ) AS opened_account,
    coalesce(
      json_extract_scalar(serviceeventdetails, '$.role_name'),
      json_extract_scalar(requestparameters, '$.roleName')
    ) AS opened_role
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND eventsource = 'sso.amazonaws.com'
    AND eventname IN ('Federate', 'GetRoleCredentials')
    AND (? = 'any' OR useridentity.onbehalfof.userid = ? OR useridentity.username = ?)
)
SELECT
  user_id,
  user_name,
  opened_account,
  opened_role,
  eventname,
  sourceipaddress,
  count(*) AS calls,
  count(errorcode) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  account,
  region
FROM events
GROUP BY user_id, user_name, opened_account, opened_role, eventname, sourceipaddress, account, region
ORDER BY
  first_seen, user_id, user_name, opened_account, opened_role, eventname, sourceipaddress, account, region
