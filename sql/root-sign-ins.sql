-- title: Sign-ins of the root user
-- question: When did somebody sign in as root, try to, or reset the password of root, and from where?
-- window: 90d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region
-- techniques: T1078.004
-- finding types: Policy:IAMUser/RootCredentialUsage,
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B
-- empty: The trail holds no sign-in as root in the window. Root can still have acted with access keys of its
--   own, or for 15 minutes through AssumeRoot. Sign-ins of root are logged in us-east-1 in most partitions.

WITH sign_ins AS (
  SELECT DISTINCT
    eventid, eventtime, eventname, account, region, sourceipaddress, useragent, errormessage,
    regexp_extract(responseelements, '"(Success|Failure)"', 1) AS outcome,
    json_extract_scalar(additionaleventdata, '$.MFAUsed') AS mfa_used
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND eventsource = 'signin.amazonaws.com'
    AND useridentity.type = 'Root'
    AND eventname <> 'ExternalIdPDirectoryLogin'
)
SELECT
  eventtime,
  eventname,
  outcome,
  mfa_used,
  sourceipaddress,
  useragent,
  errormessage,
  account,
  region
FROM sign_ins
ORDER BY eventtime, eventname, eventid, account
