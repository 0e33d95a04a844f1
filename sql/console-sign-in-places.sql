-- title: Console sign-ins from addresses that are new for the user
-- question: Which users signed in to the console, or tried to, from an address that they had not signed in from
--   before the window?
-- parameter baseline: time, default 28d
--   Where the comparison begins: sign-ins from here to the window are the known ones.
--   example: 2026-02-01T00:00:00Z
-- window: 7d
-- scope: account, region
-- bindings: baseline.day, until.next-day, since.day, until.next-day, baseline, since, until, account, account,
--   region, region, since, since
-- techniques: T1078.004
-- finding types: InitialAccess:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/ConsoleLogin,
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B
-- empty: Every sign-in of the window came from an address that the user had signed in from since the baseline.
--   Logs that begin with the window make every address new: user_first_success is then in the window, too. A
--   stolen browser session signs in nowhere.

-- The user's sign-ins since the baseline are read once; an address counts as known when a sign-in succeeded from it
-- before the window.
WITH sign_ins AS (
  SELECT DISTINCT
    eventid, eventtime, account, sourceipaddress,
    useridentity.type AS user_type,
    json_extract_scalar(responseelements, '$.ConsoleLogin') AS outcome,
    CASE useridentity.type
      WHEN 'Root' THEN 'root'
      WHEN 'IAMUser' THEN coalesce(useridentity.username, useridentity.arn)
      ELSE coalesce(nullif(useridentity.arn, ''), useridentity.username, useridentity.principalid)
    END AS principal
  FROM cloudtrail_logs
  WHERE (day BETWEEN ? AND ? OR day BETWEEN ? AND ?)
    AND eventtime BETWEEN least(?, ?) AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND eventsource = 'signin.amazonaws.com'
    AND eventname = 'ConsoleLogin'
),
places AS (
  SELECT
    principal,
    user_type,
    account,
    sourceipaddress,
    count(*) FILTER (WHERE outcome = 'Success') AS succeeded,
    count(*) FILTER (WHERE outcome = 'Failure') AS failed,
    min(eventtime) FILTER (WHERE outcome = 'Success') AS first_success,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen
  FROM sign_ins
  GROUP BY principal, user_type, account, sourceipaddress
),
compared AS (
  SELECT
    principal, user_type, account, sourceipaddress, succeeded, failed, first_success, first_seen, last_seen,
    min(first_success) OVER (PARTITION BY principal, user_type, account) AS user_first_success,
    count(first_success) OVER (PARTITION BY principal, user_type, account) AS user_addresses
  FROM places
)
SELECT
  principal,
  user_type,
  sourceipaddress,
  succeeded,
  failed,
  first_seen,
  last_seen,
  user_first_success,
  user_addresses,
  account
FROM compared
WHERE last_seen >= ?
  AND (first_success IS NULL OR first_success >= ?)
ORDER BY first_seen, principal, user_type, sourceipaddress, account
