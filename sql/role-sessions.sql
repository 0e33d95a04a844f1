-- title: Who assumed a role, and who tried
-- question: Who opened sessions of this role, how often, from where, under which session names, and who was
--   refused?
-- parameter role: arn, required
--   The IAM role, with its path.
--   example: arn:aws:iam::111111111111:role/Deployer
-- window: 30d
-- scope: account, region
-- hunt: role
-- bindings: since.day, until.next-day, since, until, account, account, region, region, role, role
-- techniques: T1078.004, T1550.001, T1199, T1548.005
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
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/TorIPCaller
-- empty: No record in the window shows that somebody opened a session of this role. The ARN of a role has its
--   path, and sessions that were open before the window are not here.

-- A refused call has no request in its record: there the message names the role.
WITH calls AS (
  SELECT
    -- A VPC endpoint's own record of a call counts as the service's record of the same request, where there is one.
    coalesce(
      CASE WHEN eventcategory = 'NetworkActivity' AND requestid IS NOT NULL THEN
        max(CASE WHEN eventcategory = 'NetworkActivity' THEN NULL ELSE coalesce(sharedeventid, eventid) END)
          OVER (PARTITION BY requestid) END,
      sharedeventid, eventid
    ) AS call_id,
    coalesce(errorcode, errormessage) IS NOT NULL AS failed,
    eventname,
    coalesce(
      useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby,
      useridentity.onbehalfof.userid, useridentity.principalid, useridentity.username
    ) AS principal,
    useridentity.type AS caller_type,
    useridentity.accountid AS caller_account,
    nullif(useridentity.accesskeyid, '') AS parent_key,
    coalesce(
      json_extract_scalar(requestparameters, '$.roleSessionName'),
      split_part(json_extract_scalar(responseelements, '$.assumedRoleUser.arn'), '/', 3)
    ) AS session_name,
    sourceipaddress, useragent, eventtime,
    row_number() OVER (
      PARTITION BY coalesce(sharedeventid, eventid)
      ORDER BY
        CASE WHEN nullif(useridentity.accesskeyid, '') IS NULL THEN 1 ELSE 0 END,
        CASE WHEN useridentity.arn IS NULL THEN 1 ELSE 0 END,
        recipientaccountid, eventid
    ) AS copy
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND eventsource IN ('eks-auth.amazonaws.com', 'rolesanywhere.amazonaws.com', 'sts.amazonaws.com')
    AND (
      json_extract_scalar(requestparameters, '$.roleArn') = ?
      OR strpos(concat(errormessage, ' '), concat('on resource: ', ?, ' ')) > 0
    )
)
SELECT
  principal, caller_type, caller_account, parent_key, eventname, sourceipaddress, useragent,
  count(DISTINCT call_id) AS calls,
  count(DISTINCT call_id) FILTER (WHERE failed) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  count(DISTINCT session_name) AS session_names,
  min(session_name) AS a_session_name
FROM calls
WHERE copy = 1
GROUP BY 1, 2, 3, 4, 5, 6, 7
ORDER BY first_seen, principal, parent_key, eventname, sourceipaddress, useragent, caller_account, caller_type
