-- title: Temporary sessions of an IAM user
-- question: Which sessions did this user obtain with GetSessionToken and GetFederationToken, what was tried,
--   and were they used? Sessions that were used without such a call are of the console, or older than the
--   window.
-- parameter user: arn, required
--   The IAM user, with its path.
--   example: arn:aws:iam::111111111111:user/alice
-- window: 7d
-- scope: account, region
-- hunt: user
-- bindings: since.day, until.next-day, since, until, account, account, region, region, user
-- techniques: T1078.004, T1550.001, T1098.001
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
--   Recon:IAMUser/MaliciousIPCaller,
--   Recon:IAMUser/MaliciousIPCaller.Custom,
--   Recon:IAMUser/TorIPCaller,
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/TorIPCaller
-- empty: In the window this user neither asked STS for a session nor used one. A session lives up to 36 hours:
--   begin the window at least so long before the first suspicious call.

WITH calls AS (
  SELECT
    coalesce(sharedeventid, eventid) AS call_id,
    eventsource = 'sts.amazonaws.com' AND eventname IN ('GetFederationToken', 'GetSessionToken') AS issuing,
    CASE
      WHEN eventsource = 'sts.amazonaws.com' AND eventname IN ('GetFederationToken', 'GetSessionToken')
        THEN json_extract_scalar(responseelements, '$.credentials.accessKeyId')
      ELSE useridentity.accesskeyid
    END AS session_key,
    useridentity.accesskeyid AS caller_key,
    coalesce(
      json_extract_scalar(responseelements, '$.federatedUser.arn'),
      CASE WHEN useridentity.type = 'FederatedUser' THEN useridentity.arn END
    ) AS federated_user,
    eventtime, eventname, errorcode, sourceipaddress, sessioncredentialfromconsole,
    json_extract_scalar(requestparameters, '$.serialNumber') AS mfa_device,
    json_extract_scalar(responseelements, '$.credentials.expiration') AS expiration
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND ? IN (useridentity.arn, useridentity.sessioncontext.sessionissuer.arn)
    AND (
      (eventsource = 'sts.amazonaws.com' AND eventname IN ('GetFederationToken', 'GetSessionToken'))
      OR useridentity.accesskeyid LIKE 'ASIA%'
    )
)
SELECT
  session_key,
  max(eventname) FILTER (WHERE issuing) AS issued_with,
  max(eventtime) FILTER (WHERE issuing) AS issued,
  max(caller_key) FILTER (WHERE issuing) AS parent_key,
  max(sourceipaddress) FILTER (WHERE issuing) AS issued_to_address,
  max(errorcode) FILTER (WHERE issuing) AS errorcode,
  max(mfa_device) FILTER (WHERE issuing) AS mfa_device,
  max(expiration) FILTER (WHERE issuing) AS expires,
  max(federated_user) AS federated_user,
  count(DISTINCT call_id) FILTER (WHERE NOT issuing) AS calls,
  count(DISTINCT call_id) FILTER (WHERE NOT issuing AND sessioncredentialfromconsole = 'true') AS console_calls,
  min(eventtime) FILTER (WHERE NOT issuing) AS first_seen,
  max(eventtime) FILTER (WHERE NOT issuing) AS last_seen,
  array_join(
    array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE NOT issuing AND sourceipaddress IS NOT NULL)),
    ', '
  ) AS addresses
FROM calls
GROUP BY session_key, CASE WHEN session_key IS NULL THEN call_id END
ORDER BY coalesce(min(eventtime) FILTER (WHERE issuing), min(eventtime)), session_key, errorcode, parent_key,
  issued_with, issued_to_address, mfa_device
