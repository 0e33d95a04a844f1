-- title: Quotas, purchases and alarms about cost
-- question: Who asked for higher quotas, opened regions, bought or subscribed to something, opened support cases,
--   or took away budgets and alerts?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1535, T1496, T1562
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior,
--   Impact:IAMUser/AnomalousBehavior
-- empty: Nobody changed quotas, purchases or alerts in the window. Higher quotas that AWS granted before it still
--   hold.

WITH calls AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventsource, eventname, errorcode, sourceipaddress, account, region,
    coalesce(
      useridentity.arn, useridentity.invokedby, nullif(useridentity.principalid, ''), useridentity.accountid
    ) AS principal,
    useridentity.accesskeyid AS access_key,
    requestparameters, responseelements
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    -- The VPC endpoint's record of a call doubles the service's own, unless the endpoint refused the call.
    AND (coalesce(eventcategory, '') <> 'NetworkActivity' OR errorcode = 'VpceAccessDenied')
    AND (? = 'any' OR useridentity.accesskeyid = ?)
    AND coalesce(readonly, 'false') <> 'true'
    AND (
      eventsource = 'servicequotas.amazonaws.com'
        AND eventname IN (
          'AssociateServiceQuotaTemplate', 'PutServiceQuotaIncreaseRequestIntoTemplate', 'RequestServiceQuotaIncrease'
        )
      OR eventsource = 'support.amazonaws.com' AND eventname IN ('AddCommunicationToCase', 'CreateCase', 'ResolveCase')
      OR eventsource = 'account.amazonaws.com'
        AND eventname IN (
          'DeleteAlternateContact', 'DisableRegion', 'EnableRegion', 'PutAlternateContact', 'PutContactInformation',
          'StartPrimaryEmailUpdate'
        )
      OR eventsource = 'budgets.amazonaws.com' AND regexp_like(eventname, '^(Create|Delete|Execute|Modify|Update)')
      OR eventsource = 'ce.amazonaws.com' AND regexp_like(eventname, '^(Create|Delete|Update)Anomaly')
      OR eventsource IN (
          'agreement-marketplace.amazonaws.com', 'aws-marketplace.amazonaws.com', 'marketplace.amazonaws.com',
          'catalog-marketplace.amazonaws.com'
        )
        AND NOT regexp_like(eventname, '^(Describe|Get|List|Search|View)')
      OR eventsource IN (
          'billingconsole.amazonaws.com', 'billing.amazonaws.com', 'payments.amazonaws.com', 'tax.amazonaws.com',
          'invoicing.amazonaws.com', 'freetier.amazonaws.com', 'consolidatedbilling.amazonaws.com'
        )
        AND NOT regexp_like(eventname, '^(AWSPaymentPortalService.)?(Describe|Get|List|Search|View)')
      OR eventsource = 'savingsplans.amazonaws.com' AND eventname = 'CreateSavingsPlan'
      OR eventsource = 'route53domains.amazonaws.com'
        AND eventname IN (
          'DisableDomainTransferLock', 'RegisterDomain', 'RetrieveDomainAuthCode', 'TransferDomain',
          'TransferDomainToAnotherAwsAccount', 'UpdateDomainNameservers'
        )
      OR regexp_like(eventname, '^Purchase.*(Block|Capacity|Offering|Reservation|Subscription)')
    )
)
SELECT
  eventtime,
  eventsource,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.serviceCode'),
    json_extract_scalar(requestparameters, '$.regionName'),
    json_extract_scalar(requestparameters, '$.budget.budgetName'),
    json_extract_scalar(requestparameters, '$.budgetName'),
    json_extract_scalar(requestparameters, '$.monitorArn'),
    json_extract_scalar(requestparameters, '$.subscriptionArn'),
    json_extract_scalar(requestparameters, '$.agreementRequestId'),
    json_extract_scalar(requestparameters, '$.domainName'),
    json_extract_scalar(requestparameters, '$.subject'),
    json_extract_scalar(requestparameters, '$.alternateContactType'),
    json_extract_scalar(requestparameters, '$.productId')
  ) AS target,
  coalesce(
    json_extract_scalar(requestparameters, '$.quotaCode'),
    json_extract_scalar(requestparameters, '$.nameservers[0].name'),
    json_extract_scalar(requestparameters, '$.instanceCount')
  ) AS detail,
  TRY_CAST(json_extract_scalar(requestparameters, '$.desiredValue') AS double) AS desired_value,
  requestparameters AS request,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM calls
ORDER BY eventtime, eventname, call_id, account, errorcode, requestparameters, responseelements, principal
