-- title: Use of SES and SMS to send messages
-- question: Who asked for quotas, made or deleted identities, lifted limits, or sent mail and text messages?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1496.004, T1566
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   Backdoor:EC2/Spambot,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Discovery:IAMUser/AnomalousBehavior,
--   Impact:IAMUser/AnomalousBehavior
-- empty: Nobody used the API of SES or of text messages in these ways. Mail that was sent over SMTP is in no trail,
--   and mail sent over the API is a data event, which the trail may not record.

-- A call across accounts is logged in both, and a log file may be delivered twice: count each call once.
WITH calls AS (
  SELECT
    coalesce(sharedeventid, eventid) AS call_id,
    coalesce(
      max(useridentity.sessioncontext.sessionissuer.arn), max(useridentity.arn), max(useridentity.invokedby),
      max(nullif(useridentity.principalid, '')), max(useridentity.accountid)
    ) AS principal,
    concat_ws(', ', min(account), nullif(max(account), min(account))) AS accounts,
    max(region) AS region,
    max(sourceipaddress) AS sourceipaddress,
    min(eventtime) AS eventtime,
    max(eventname) AS eventname,
    max(errorcode) AS errorcode,
    max(requestparameters) AS requestparameters,
    max(eventsource) AS eventsource
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    -- The VPC endpoint's record of a call doubles the service's own, unless the endpoint refused the call.
    AND (coalesce(eventcategory, '') <> 'NetworkActivity' OR errorcode = 'VpceAccessDenied')
    AND (? = 'any' OR useridentity.accesskeyid = ?)
    AND (
      eventsource = 'ses.amazonaws.com'
        AND regexp_like(
          eventname,
          '^(Create|Delete|Get(Account|Identity|Send)|ListEmailIdentities|ListIdentities|Put|Send|Set|Update|Verify)'
        )
      OR eventsource = 'sns.amazonaws.com'
        AND eventname IN (
          'GetSMSAttributes', 'GetSMSSandboxAccountStatus', 'ListOriginationNumbers', 'SetSMSAttributes'
        )
      OR eventsource = 'sns.amazonaws.com' AND eventname = 'Publish'
        AND json_extract(requestparameters, '$.phoneNumber') IS NOT NULL
      OR eventsource IN ('sms-voice.amazonaws.com', 'mobiletargeting.amazonaws.com', 'social-messaging.amazonaws.com')
        AND regexp_like(eventname, '^(Create|Describe|Put|Request|Send|Set|Update)')
      OR eventsource = 'servicequotas.amazonaws.com' AND eventname = 'RequestServiceQuotaIncrease'
        AND json_extract_scalar(requestparameters, '$.serviceCode') = 'ses'
      OR eventsource = 'iam.amazonaws.com' AND eventname IN ('CreateAccessKey', 'CreateUser')
        AND json_extract_scalar(requestparameters, '$.userName') LIKE 'ses-smtp-user%'
    )
  GROUP BY coalesce(sharedeventid, eventid)
)
SELECT
  principal,
  region,
  eventsource,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.emailIdentity'),
    json_extract_scalar(requestparameters, '$.emailAddress'),
    json_extract_scalar(requestparameters, '$.identity'),
    json_extract_scalar(requestparameters, '$.domain'),
    json_extract_scalar(requestparameters, '$.source'),
    json_extract_scalar(requestparameters, '$.fromEmailAddress'),
    json_extract_scalar(requestparameters, '$.userName'),
    CASE WHEN eventname = 'UpdateAccountSendingEnabled'
      THEN concat('enabled: ', json_extract_scalar(requestparameters, '$.enabled')) END
  ) AS identity,
  count(*) AS calls,
  count(errorcode) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  sourceipaddress,
  accounts
FROM calls
GROUP BY 1, 2, 3, 4, 5, sourceipaddress, accounts
ORDER BY first_seen, principal, region, eventsource, eventname, identity, sourceipaddress, accounts
