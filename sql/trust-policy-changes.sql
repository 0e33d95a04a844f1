-- title: Trust policies of roles
-- question: Which roles were created or got another trust policy, and which principals outside the account does
--   it trust?
-- window: 30d
-- scope: account
-- bindings: since.day, until.next-day, since, until, account, account
-- techniques: T1098, T1098.001, T1484.002, T1199
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Persistence:IAM/AccountManipulation,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior
-- empty: The trail holds no new or changed trust policy in the window. IAM is logged in one region, us-east-1
--   in most partitions: a trail of another region holds none of it. A role that trusts the whole account needs
--   no change of trust to be misused.

-- IAM refuses a call without logging its parameters; what it was about is only in the message.
WITH changes AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventname, account, sourceipaddress, errorcode,
    coalesce(
      json_extract_scalar(requestparameters, '$.roleName'),
      regexp_extract(errormessage, 'on resource: (.+?)(?: because| with an explicit deny|$)', 1)
    ) AS role_name,
    coalesce(
      json_extract_scalar(requestparameters, '$.policyDocument'),
      json_extract_scalar(requestparameters, '$.assumeRolePolicyDocument')
    ) AS document,
    useridentity.accesskeyid AS access_key,
    coalesce(
      nullif(useridentity.arn, ''), useridentity.username, useridentity.invokedby, useridentity.principalid
    ) AS principal
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND eventsource = 'iam.amazonaws.com'
    AND eventname IN ('CreateRole', 'UpdateAssumeRolePolicy')
),
-- Written anew as JSON, so that spaces and escapes in the document hide nothing.
documents AS (
  SELECT
    call_id, eventtime, eventname, account, sourceipaddress, errorcode, role_name, access_key, principal,
    coalesce(json_format(json_extract(document, '$')), document) AS document
  FROM changes
),
trusted AS (
  SELECT
    call_id, eventtime, eventname, account, sourceipaddress, errorcode, role_name, access_key, principal, document,
    regexp_extract_all(
      array_join(
        regexp_extract_all(document, '(?i)"(?:not)?principal":(?:\{[^{}]*\}|"[^"]*")'),
        ' '
      ),
      '"(\*|[0-9]{12}|arn:[^"]+|(?:accounts\.google|cognito-identity\.amazonaws|graph\.facebook|www\.amazon)\.com)"',
      1
    ) AS principals
  FROM documents
)
SELECT
  eventtime,
  eventname,
  role_name,
  nullif(
    array_join(
      array_sort(
        array_distinct(
          filter(
            principals,
            name -> coalesce(regexp_extract(name, '^(?:arn:[^:]*:[^:]*:[^:]*:)?([0-9]{12})', 1), name) <> account
          )
        )
      ),
      ', '
    ),
    ''
  ) AS outside_principals,
  document,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account
FROM trusted
ORDER BY eventtime, eventname, call_id, account
