-- title: Console sign-ins without MFA
-- question: Who signed in to the console with a password and no MFA?
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region
-- techniques: T1078.004
-- finding types: InitialAccess:IAM/ValidAccounts,
--   InitialAccess:IAMUser/AnomalousBehavior,
--   Policy:IAMUser/RootCredentialUsage,
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B
-- empty: No console sign-in of the window went without MFA. Rows that say federated prove nothing about MFA:
--   ask the identity provider.

-- A federated sign-in always says that no MFA was used, since the identity provider asked for it or did not.
WITH sign_ins AS (
  SELECT DISTINCT
    eventid, eventtime, account, sourceipaddress,
    useridentity.type AS user_type,
    CASE WHEN useridentity.type IN ('IAMUser', 'Root') THEN 'password' ELSE 'federated' END AS sign_in,
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
    AND json_extract_scalar(responseelements, '$.ConsoleLogin') = 'Success'
    AND coalesce(lower(json_extract_scalar(additionaleventdata, '$.MFAUsed')), 'no') <> 'yes'
)
SELECT
  sign_in,
  principal,
  user_type,
  count(*) AS sign_ins,
  count(DISTINCT sourceipaddress) AS addresses,
  array_join(slice(array_sort(array_agg(DISTINCT sourceipaddress)), 1, 20), ', ') AS first_20_addresses,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  account
FROM sign_ins
GROUP BY sign_in, principal, user_type, account
ORDER BY sign_in DESC, first_seen, principal, user_type, account
