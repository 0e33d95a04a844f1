-- title: Sessions that went from a key to the console
-- question: Which role and federated sessions asked for a sign-in token, signed in to the console, or worked
--   there, and from where?
-- parameter principal: arn, default any
--   Only sessions of this role or user, or this one session.
--   example: arn:aws:iam::111111111111:role/Deployer
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, principal, principal
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
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.OutsideAWS
-- empty: No such session stands in the window. Sign-ins to the console are logged in the region of the sign-in,
--   often us-east-1: leave the region open. A user's own sign-in with a password is not asked for here.

WITH calls AS (
  SELECT
    coalesce(sharedeventid, eventid) AS call_id,
    useridentity.arn AS session,
    coalesce(
      useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby,
      useridentity.onbehalfof.userid, useridentity.principalid, useridentity.username
    ) AS principal,
    CASE
      WHEN eventsource = 'signin.amazonaws.com' AND eventname = 'GetSigninToken' THEN 'token'
      WHEN eventsource = 'signin.amazonaws.com' AND eventname = 'ConsoleLogin' THEN 'sign-in'
      ELSE 'work'
    END AS part,
    nullif(useridentity.accesskeyid, '') AS access_key,
    coalesce(errorcode, errormessage) IS NOT NULL
      OR coalesce(regexp_like(responseelements, '"(ConsoleLogin|GetSigninToken)" *: *"Failure"'), false) AS failed,
    sourceipaddress, useragent, eventtime, recipientaccountid
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND useridentity.type IN ('AssumedRole', 'FederatedUser')
    AND (
      (eventsource = 'signin.amazonaws.com' AND eventname IN ('ConsoleLogin', 'GetSigninToken'))
      OR sessioncredentialfromconsole = 'true'
    )
    AND (? = 'any' OR ? IN (useridentity.arn, useridentity.sessioncontext.sessionissuer.arn))
)
SELECT
  session,
  principal,
  recipientaccountid AS account,
  count(DISTINCT call_id) FILTER (WHERE part = 'token') AS sign_in_tokens,
  count(DISTINCT call_id) FILTER (WHERE part = 'sign-in') AS sign_ins,
  count(DISTINCT call_id) FILTER (WHERE part = 'work') AS console_calls,
  count(DISTINCT call_id) FILTER (WHERE failed) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  array_join(
    array_sort(array_agg(DISTINCT useragent) FILTER (WHERE part = 'token' AND useragent IS NOT NULL)), ', '
  ) AS token_user_agents,
  array_join(
    array_sort(array_agg(DISTINCT access_key) FILTER (WHERE access_key IS NOT NULL)), ', '
  ) AS access_keys,
  array_join(
    array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress IS NOT NULL)), ', '
  ) AS addresses
FROM calls
GROUP BY 1, 2, 3
ORDER BY first_seen, session, account, principal
