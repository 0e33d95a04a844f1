-- title: Access keys made for another user
-- question: Who made or tried to make an access key for a user other than themselves?
-- window: 30d
-- scope: account
-- bindings: since.day, until.next-day, since, until, account, account
-- techniques: T1098.001
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Persistence:IAM/AccountManipulation,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior
-- empty: The trail holds no access key that was made for another user in the window. IAM is logged in one
--   region, us-east-1 in most partitions: a trail of another region holds none of it.

-- Without a user name the key is the caller's own; root can have keys, too. A role has none, so that a role session
-- makes them for others only. IAM does not tell names apart by case.
-- IAM refuses a call without logging its parameters; what it was about is only in the message.
WITH calls AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventname, account, sourceipaddress, errorcode, requestparameters, responseelements,
    nullif(regexp_extract(errormessage, 'on resource: (.+?)(?: because| with an explicit deny|$)', 1), '*') AS refused,
    CASE WHEN useridentity.type = 'IAMUser' THEN useridentity.username END AS caller,
    useridentity.accesskeyid AS access_key,
    coalesce(
      nullif(useridentity.arn, ''), useridentity.username, useridentity.invokedby, useridentity.principalid
    ) AS principal
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND eventsource = 'iam.amazonaws.com'
    AND eventname = 'CreateAccessKey'
),
owners AS (
  SELECT
    call_id, eventtime, account, sourceipaddress, errorcode, access_key, principal, caller,
    json_extract_scalar(responseelements, '$.accessKey.accessKeyId') AS key_made,
    coalesce(
      json_extract_scalar(requestparameters, '$.userName'),
      json_extract_scalar(responseelements, '$.accessKey.userName'),
      regexp_extract(refused, '^user (.+)$', 1)
    ) AS key_owner
  FROM calls
)
SELECT
  eventtime,
  key_owner,
  key_made,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account
FROM owners
WHERE key_owner IS NOT NULL
  AND (caller IS NULL OR lower(key_owner) <> lower(caller))
ORDER BY eventtime, call_id, account
