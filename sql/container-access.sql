-- title: Ways into containers, registries and clusters
-- question: Who ran commands or tasks in ECS, pulled or pushed images in ECR, or gave access to EKS clusters?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1609, T1610, T1525, T1098.006
-- finding types: AttackSequence:ECS/CompromisedCluster,
--   AttackSequence:EKS/CompromisedCluster,
--   AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   CredentialAccess:Kubernetes/MaliciousIPCaller,
--   Discovery:Kubernetes/MaliciousIPCaller,
--   Execution:Container/MaliciousFile,
--   Execution:ECS/MaliciousFile,
--   Execution:Kubernetes/AnomalousBehavior.ExecInPod,
--   Execution:Kubernetes/AnomalousBehavior.WorkloadDeployed,
--   Impact:Kubernetes/MaliciousIPCaller,
--   Persistence:IAMUser/AnomalousBehavior,
--   Persistence:Kubernetes/MaliciousIPCaller,
--   PrivilegeEscalation:Kubernetes/AnomalousBehavior.RoleBindingCreated,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.OutsideAWS
-- empty: No such call is in the trail. What is done inside a cluster, such as kubectl exec, is in the audit logs of
--   EKS, which are not in CloudTrail.

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
    max(eventsource) AS eventsource,
    max(responseelements) AS responseelements
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    -- The VPC endpoint's record of a call doubles the service's own, unless the endpoint refused the call.
    AND (coalesce(eventcategory, '') <> 'NetworkActivity' OR errorcode = 'VpceAccessDenied')
    AND (? = 'any' OR useridentity.accesskeyid = ?)
    AND (
      eventsource = 'ecs.amazonaws.com'
        AND eventname IN (
          'CreateCluster', 'CreateService', 'ExecuteCommand', 'RegisterContainerInstance', 'RegisterTaskDefinition',
          'RunTask', 'StartTask', 'UpdateService'
        )
      OR eventsource IN ('ecr.amazonaws.com', 'ecr-public.amazonaws.com')
        AND eventname IN (
          'BatchDeleteImage', 'BatchGetImage', 'CreatePullThroughCacheRule', 'DeleteRepository',
          'GetDownloadUrlForLayer', 'PutImage', 'PutRegistryPolicy', 'PutReplicationConfiguration',
          'SetRepositoryPolicy'
        )
      OR eventsource = 'eks.amazonaws.com'
        AND eventname IN (
          'AssociateAccessPolicy', 'AssociateIdentityProviderConfig', 'CreateAccessEntry', 'CreateAddon',
          'CreateCluster', 'CreateFargateProfile', 'CreateNodegroup', 'CreatePodIdentityAssociation',
          'UpdateAccessEntry', 'UpdateClusterConfig', 'UpdatePodIdentityAssociation'
        )
    )
  GROUP BY coalesce(sharedeventid, eventid)
)
SELECT
  principal,
  eventsource,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.cluster'),
    json_extract_scalar(requestparameters, '$.clusterName'),
    json_extract_scalar(requestparameters, '$.repositoryName'),
    json_extract_scalar(requestparameters, '$.name'),
    json_extract_scalar(requestparameters, '$.family')
  ) AS target,
  nullif(concat_ws(' ',
    json_extract_scalar(requestparameters, '$.container'),
    json_extract_scalar(requestparameters, '$.task'),
    json_extract_scalar(requestparameters, '$.command'),
    json_format(json_extract(requestparameters, '$.overrides.containerOverrides'))
  ), '') AS ecs_command,
  coalesce(
    json_extract_scalar(requestparameters, '$.taskDefinition'),
    json_extract_scalar(responseelements, '$.taskDefinition.taskDefinitionArn'),
    json_extract_scalar(requestparameters, '$.containerDefinitions[0].image'),
    json_extract_scalar(requestparameters, '$.imageTag'),
    json_extract_scalar(requestparameters, '$.imageIds[0].imageTag'),
    json_extract_scalar(requestparameters, '$.imageIds[0].imageDigest'),
    json_extract_scalar(requestparameters, '$.principalArn'),
    json_extract_scalar(requestparameters, '$.roleArn'),
    json_extract_scalar(requestparameters, '$.policyText')
  ) AS detail,
  coalesce(
    json_extract_scalar(requestparameters, '$.policyArn'),
    json_extract_scalar(requestparameters, '$.taskRoleArn'),
    json_extract_scalar(requestparameters, '$.overrides.taskRoleArn'),
    nullif(array_join(
      TRY_CAST(json_extract(requestparameters, '$.kubernetesGroups') AS ARRAY(VARCHAR)), ', '
    ), ''),
    CASE WHEN eventname = 'UpdateClusterConfig' THEN concat(
      'public endpoint: ', json_extract_scalar(requestparameters, '$.resourcesVpcConfig.endpointPublicAccess')
    ) END
  ) AS rights,
  count(*) AS calls,
  count(errorcode) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  sourceipaddress,
  accounts,
  region
FROM calls
GROUP BY 1, 2, 3, 4, 5, 6, 7, sourceipaddress, accounts, region
ORDER BY first_seen, principal, eventsource, eventname, target, ecs_command, detail, rights, sourceipaddress,
  accounts, region
