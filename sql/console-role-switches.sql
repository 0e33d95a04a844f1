-- title: Roles switched to in the console
-- question: Who switched to which role in the console, from which user or role, and did it succeed?
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region
-- techniques: T1078.004, T1550.001, T1538
-- finding types: CredentialAccess:IAMUser/CompromisedCredentials,
--   InitialAccess:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B
-- empty: The trail holds no switch of roles in the console in the window. It is logged in the account of the
--   role; roles assumed with keys are calls of AssumeRole.

WITH switches AS (
  SELECT DISTINCT
    eventid, eventtime, account, region, sourceipaddress,
    json_extract_scalar(responseelements, '$.SwitchRole') AS outcome,
    json_extract_scalar(additionaleventdata, '$.SwitchFrom') AS switched_from,
    coalesce(
      nullif(useridentity.arn, ''), useridentity.username, useridentity.invokedby, useridentity.principalid
    ) AS principal
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND eventsource = 'signin.amazonaws.com'
    AND eventname = 'SwitchRole'
)
SELECT
  switched_from,
  principal AS switched_to,
  sourceipaddress,
  count(*) FILTER (WHERE outcome = 'Success') AS succeeded,
  count(*) FILTER (WHERE outcome = 'Failure') AS failed,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  account
FROM switches
GROUP BY switched_from, principal, sourceipaddress, account
ORDER BY first_seen, switched_from, switched_to, sourceipaddress, account
