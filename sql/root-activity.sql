-- title: What the root user did
-- question: What was done as the root user, with a password, a key or AssumeRoot, from where, with MFA or
--   without?
-- window: 30d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region
-- techniques: T1078.004, T1078
-- finding types: Policy:IAMUser/RootCredentialUsage,
--   Policy:IAMUser/ShortTermRootCredentialUsage,
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B
-- empty: Nothing was done as the root user in the window, in these accounts. Sign-ins of the root user are
--   logged in us-east-1 or the region of the sign-in: leave the region open.

WITH calls AS (
  SELECT
    -- A VPC endpoint's own record of a call counts as the service's record of the same request, where there is one.
    coalesce(
      CASE WHEN eventcategory = 'NetworkActivity' AND requestid IS NOT NULL THEN
        max(CASE WHEN eventcategory = 'NetworkActivity' THEN NULL ELSE coalesce(sharedeventid, eventid) END)
          OVER (PARTITION BY requestid) END,
      sharedeventid, eventid
    ) AS call_id,
    coalesce(errorcode, errormessage) IS NOT NULL
      OR coalesce(regexp_like(responseelements, '"(ConsoleLogin|GetSigninToken)" *: *"Failure"'), false) AS failed,
    CASE
      WHEN eventname = 'AssumeRoot' THEN json_extract_scalar(requestparameters, '$.targetPrincipal')
      ELSE useridentity.accountid
    END AS root_of,
    CASE
      WHEN eventname = 'AssumeRoot' THEN 'AssumeRoot call'
      WHEN useridentity.sessioncontext.assumedroot = 'true' THEN 'AssumeRoot session'
      WHEN useridentity.invokedby IS NOT NULL THEN 'AWS service'
      WHEN useridentity.accesskeyid LIKE 'AKIA%' THEN 'access key'
      WHEN useridentity.accesskeyid LIKE 'ASIA%' THEN 'temporary session'
      ELSE 'console'
    END AS how,
    coalesce(
      useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby,
      useridentity.onbehalfof.userid, useridentity.principalid, useridentity.username
    ) AS principal,
    nullif(useridentity.accesskeyid, '') AS access_key,
    coalesce(
      json_extract_scalar(additionaleventdata, '$.MFAUsed'),
      useridentity.sessioncontext.attributes.mfaauthenticated
    ) AS mfa,
    eventtime, eventsource, eventname, sourceipaddress, useragent, awsregion
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND (
      useridentity.type = 'Root'
      OR (eventsource = 'sts.amazonaws.com' AND eventname = 'AssumeRoot')
    )
)
SELECT
  root_of, how, principal, access_key, eventsource, eventname, mfa, sourceipaddress, useragent,
  count(DISTINCT call_id) AS calls,
  count(DISTINCT call_id) FILTER (WHERE failed) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  array_join(array_sort(array_agg(DISTINCT awsregion) FILTER (WHERE awsregion IS NOT NULL)), ', ') AS regions
FROM calls
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
ORDER BY first_seen, root_of, how, access_key, eventsource, eventname, sourceipaddress, useragent, mfa, principal
