-- title: Sign-ins to IAM Identity Center
-- question: Who signed in to IAM Identity Center or failed to, from where and with which kinds of credentials?
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region
-- techniques: T1078.004, T1110
-- finding types: InitialAccess:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B
-- empty: The trail holds no such sign-in in the window. They are logged only in the account and the region that
--   IAM Identity Center lives in; with an outside identity provider, failures stay there.

-- One sign-in is several events with one workflow id: each credential that was checked, then the user as a whole.
WITH events AS (
  SELECT DISTINCT
    eventid, eventtime, eventname, account, region, sourceipaddress,
    coalesce(useridentity.onbehalfof.userid, useridentity.principalid) AS user_id,
    coalesce(useridentity.username, json_extract_scalar(additionaleventdata, '$.UserName')) AS user_name,
    json_extract_scalar(additionaleventdata, '$.CredentialType') AS credential_type,
    json_extract_scalar(additionaleventdata, '$.AuthWorkflowID') AS workflow_id,
    coalesce(
      json_extract_scalar(serviceeventdetails, '$.UserAuthentication'),
      json_extract_scalar(serviceeventdetails, '$.CredentialVerification')
    ) AS outcome
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND eventsource = 'signin.amazonaws.com'
    AND eventname IN ('CredentialVerification', 'UserAuthentication')
)
SELECT
  user_id,
  user_name,
  sourceipaddress,
  count(DISTINCT workflow_id) FILTER (WHERE eventname = 'UserAuthentication' AND outcome = 'Success') AS succeeded,
  count(*) FILTER (WHERE outcome = 'Failure') AS failed,
  array_join(array_sort(array_agg(DISTINCT credential_type) FILTER (WHERE credential_type IS NOT NULL)), ', ')
    AS credential_types,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  account,
  region
FROM events
GROUP BY user_id, user_name, sourceipaddress, account, region
ORDER BY first_seen, user_id, user_name, sourceipaddress, account, region
