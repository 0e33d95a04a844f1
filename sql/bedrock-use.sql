-- title: Use of models in Bedrock
-- question: Who called or made available which models, in which regions, with which kind of credential, how often
--   and how often in vain, and was the log of calls turned off?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1496.004, T1496, T1562.008
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   DefenseEvasion:IAMUser/BedrockLoggingDisabled,
--   Impact:IAMUser/AnomalousBehavior,
--   Impact:IAMUser/AnomalousModelInvocation,
--   Impact:IAMUser/CostHarvesting,
--   Impact:IAMUser/PromptInjection.Direct
-- empty: Nobody used Bedrock in these ways in the window. Streams in both directions, agents and flows are data
--   events, which the trail may not record. What was asked and answered is only in Bedrock's own log of calls.

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
    max(json_extract_scalar(additionaleventdata, '$.callWithBearerToken')) AS bearer_token,
    max(json_extract_scalar(additionaleventdata, '$.inferenceRegion')) AS inference_region
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    -- The VPC endpoint's record of a call doubles the service's own, unless the endpoint refused the call.
    AND (coalesce(eventcategory, '') <> 'NetworkActivity' OR errorcode = 'VpceAccessDenied')
    AND (? = 'any' OR useridentity.accesskeyid = ?)
    AND (
      eventsource IN (
        'bedrock.amazonaws.com', 'bedrock-runtime.amazonaws.com', 'bedrock-agent-runtime.amazonaws.com',
        'bedrock-mantle.amazonaws.com'
      )
        AND (
          eventname LIKE 'Converse%'
          OR eventname LIKE 'Invoke%'
          OR eventname LIKE '%ModelInvocationLoggingConfiguration'
          OR eventname IN (
            'AcceptFoundationModelAgreement', 'ApplyGuardrail', 'CreateFoundationModelAgreement',
            'CreateInferenceProfile', 'CreateModelCustomizationJob', 'CreateModelInvocationJob',
            'CreateProvisionedModelThroughput',
            'DeleteFoundationModelAgreement', 'DeleteGuardrail', 'GetFoundationModelAvailability',
            'GetUseCaseForModelAccess', 'ListFoundationModels', 'PutFoundationModelEntitlement',
            'PutUseCaseForModelAccess', 'RetrieveAndGenerate', 'StartAsyncInvoke', 'UpdateGuardrail'
          )
        )
      OR eventsource = 'iam.amazonaws.com' AND eventname = 'CreateServiceSpecificCredential'
        AND strpos(json_extract_scalar(requestparameters, '$.serviceName'), 'bedrock') > 0
    )
  GROUP BY coalesce(sharedeventid, eventid)
)
SELECT
  principal,
  region,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.modelId'),
    json_extract_scalar(requestparameters, '$.modelIdentifier'),
    json_extract_scalar(requestparameters, '$.agentId'),
    json_extract_scalar(requestparameters, '$.flowIdentifier'),
    json_extract_scalar(requestparameters, '$.guardrailIdentifier'),
    CASE WHEN eventname = 'CreateServiceSpecificCredential'
      THEN json_extract_scalar(requestparameters, '$.userName') END
  ) AS model,
  coalesce(bearer_token, 'false') AS bearer_token,
  count(*) AS calls,
  count(errorcode) AS errors,
  array_join(array_sort(array_agg(DISTINCT errorcode) FILTER (WHERE errorcode IS NOT NULL)), ', ') AS error_codes,
  array_join(array_sort(array_agg(DISTINCT inference_region) FILTER (WHERE inference_region IS NOT NULL)), ', ')
    AS inference_regions,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  sourceipaddress,
  accounts
FROM calls
GROUP BY 1, 2, 3, 4, 5, sourceipaddress, accounts
ORDER BY calls DESC, principal, region, eventname, model, bearer_token, sourceipaddress, accounts
