-- title: Users with many failed console sign-ins
-- question: For which users did console sign-ins fail at least so often, from where, and did one succeed after
--   the first failure?
-- parameter at-least: number, default 5
--   Leave out users with fewer failed sign-ins than this.
--   example: 10
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, at-least
-- techniques: T1110, T1110.001, T1110.003
-- finding types: InitialAccess:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/ConsoleLogin,
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B
-- empty: No user of the window has that many failed sign-ins. Failures at an outside identity provider are not
--   in the trail, and those at the portal of IAM Identity Center are other events.

-- The name of a user that does not exist is logged as HIDDEN_DUE_TO_SECURITY_REASONS, so that all of them are one row.
WITH sign_ins AS (
  SELECT DISTINCT
    eventid, eventtime, account, sourceipaddress, errormessage,
    useridentity.type AS user_type,
    json_extract_scalar(responseelements, '$.ConsoleLogin') AS outcome,
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
),
marked AS (
  SELECT
    eventtime, account, sourceipaddress, errormessage, user_type, outcome, principal,
    min(CASE WHEN outcome = 'Failure' THEN eventtime END)
      OVER (PARTITION BY principal, user_type, account) AS first_failure
  FROM sign_ins
),
users AS (
  SELECT
    principal,
    user_type,
    account,
    count(*) FILTER (WHERE outcome = 'Failure') AS failed,
    count(DISTINCT sourceipaddress) FILTER (WHERE outcome = 'Failure') AS addresses,
    array_agg(DISTINCT sourceipaddress) FILTER (WHERE outcome = 'Failure') AS address_list,
    array_agg(DISTINCT errormessage) FILTER (WHERE outcome = 'Failure' AND errormessage IS NOT NULL) AS reasons,
    min(first_failure) AS first_failure,
    max(eventtime) FILTER (WHERE outcome = 'Failure') AS last_failure,
    min(eventtime) FILTER (WHERE outcome = 'Success' AND eventtime >= first_failure) AS success_after
  FROM marked
  GROUP BY principal, user_type, account
)
SELECT
  principal,
  user_type,
  failed,
  addresses,
  array_join(slice(array_sort(address_list), 1, 20), ', ') AS first_20_addresses,
  array_join(array_sort(reasons), ', ') AS reasons,
  first_failure,
  last_failure,
  success_after,
  account
FROM users
WHERE failed >= ?
ORDER BY failed DESC, first_failure, principal, user_type, account
