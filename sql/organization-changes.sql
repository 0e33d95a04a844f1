-- title: Changes of the organisation
-- question: Who changed the organisation or tried to: accounts that joined or left, service control policies,
--   delegated administrators, trusted services?
-- window: 30d
-- scope: account
-- bindings: since.day, until.next-day, since, until, account, account
-- techniques: T1666, T1562.001, T1136.003
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior,
--   Impact:IAMUser/AnomalousBehavior,
--   Persistence:IAMUser/AnomalousBehavior
-- empty: The trail holds no change of the organisation in the window. Most are logged only in the management
--   account or a delegated one; an account that accepts an invitation or leaves logs that itself, and its later
--   events are not in the trail of the organisation. All are logged in us-east-1 in most partitions.

-- Many services log a refused call without its parameters; what it was about is only in the message.
-- CreateAccountResult is an event of the service: its outcome and the new account are in the details.
WITH changes AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventname, account, sourceipaddress, errorcode, requestparameters, responseelements,
    nullif(regexp_extract(errormessage, 'on resource: (.+?)(?: because| with an explicit deny|$)', 1), '*') AS refused,
    useridentity.accesskeyid AS access_key,
    coalesce(
      nullif(useridentity.arn, ''), useridentity.username, useridentity.invokedby, useridentity.principalid
    ) AS principal,
    serviceeventdetails
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND eventsource = 'organizations.amazonaws.com'
    AND coalesce(readonly, 'false') <> 'true'
    AND NOT regexp_like(eventname, '^(Describe|List)')
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.targetId'),
    json_extract_scalar(requestparameters, '$.accountId'),
    json_extract_scalar(requestparameters, '$.target.id'),
    json_extract_scalar(serviceeventdetails, '$.createAccountStatus.accountId'),
    json_extract_scalar(responseelements, '$.createAccountStatus.accountId'),
    json_extract_scalar(requestparameters, '$.organizationalUnitId'),
    json_extract_scalar(requestparameters, '$.rootId'),
    json_extract_scalar(requestparameters, '$.handshakeId'),
    json_extract_scalar(requestparameters, '$.resourceId'),
    refused
  ) AS target,
  coalesce(
    json_extract_scalar(requestparameters, '$.policyId'),
    json_extract_scalar(requestparameters, '$.policyType'),
    json_extract_scalar(requestparameters, '$.servicePrincipal'),
    json_extract_scalar(requestparameters, '$.destinationParentId'),
    json_extract_scalar(responseelements, '$.policy.policySummary.id'),
    json_extract_scalar(requestparameters, '$.name'),
    json_extract_scalar(responseelements, '$.createAccountStatus.id'),
    json_extract_scalar(serviceeventdetails, '$.createAccountStatus.id')
  ) AS detail,
  principal,
  access_key,
  sourceipaddress,
  coalesce(errorcode, json_extract_scalar(serviceeventdetails, '$.createAccountStatus.failureReason')) AS errorcode,
  account
FROM changes
ORDER BY eventtime, eventname, call_id, account
