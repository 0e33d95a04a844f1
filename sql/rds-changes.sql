-- title: Changes to databases
-- question: Which databases got another master password, were opened to the internet, lost their protection against
--   deletion or their backups, were deleted or restored?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1578.005, T1485, T1490, T1098, T1213.006
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   CredentialAccess:RDS/AnomalousBehavior.FailedLogin,
--   CredentialAccess:RDS/AnomalousBehavior.SuccessfulBruteForce,
--   CredentialAccess:RDS/AnomalousBehavior.SuccessfulLogin,
--   CredentialAccess:RDS/MaliciousIPCaller.FailedLogin,
--   CredentialAccess:RDS/MaliciousIPCaller.SuccessfulLogin,
--   CredentialAccess:RDS/TorIPCaller.FailedLogin,
--   CredentialAccess:RDS/TorIPCaller.SuccessfulLogin,
--   Discovery:RDS/MaliciousIPCaller,
--   Discovery:RDS/TorIPCaller,
--   Impact:IAMUser/AnomalousBehavior,
--   Persistence:IAMUser/AnomalousBehavior
-- empty: Nobody changed databases through the API of RDS in the window. What was done over a connection to the
--   database is in its own logs.

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
    AND (
      eventsource = 'rds.amazonaws.com'
        AND eventname IN (
          'AddRoleToDBCluster', 'AddRoleToDBInstance', 'CreateBlueGreenDeployment', 'CreateDBCluster',
          'CreateDBInstance', 'CreateDBInstanceReadReplica', 'CreateDBProxy', 'DeleteDBCluster',
          'DeleteDBClusterAutomatedBackup', 'DeleteDBClusterSnapshot', 'DeleteDBInstance',
          'DeleteDBInstanceAutomatedBackup',
          'DeleteDBSnapshot',
          'DeleteGlobalCluster', 'DisableHttpEndpoint', 'DownloadCompleteDBLogFile', 'DownloadDBLogFilePortion',
          'EnableHttpEndpoint', 'ModifyActivityStream', 'ModifyDBCluster', 'ModifyDBClusterParameterGroup',
          'ModifyDBInstance', 'ModifyDBParameterGroup', 'ModifyDBProxy', 'PromoteReadReplica',
          'RestoreDBClusterFromSnapshot', 'RestoreDBClusterToPointInTime', 'RestoreDBInstanceFromDBSnapshot',
          'RestoreDBInstanceFromS3', 'RestoreDBInstanceToPointInTime', 'StopActivityStream', 'StopDBCluster',
          'StopDBInstance'
        )
      OR eventsource = 'rdsdata.amazonaws.com' AND eventname IN ('BatchExecuteStatement', 'ExecuteStatement')
    )
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.dBInstanceIdentifier'),
    json_extract_scalar(requestparameters, '$.dBClusterIdentifier'),
    json_extract_scalar(requestparameters, '$.targetDBInstanceIdentifier'),
    json_extract_scalar(requestparameters, '$.dBSnapshotIdentifier'),
    json_extract_scalar(requestparameters, '$.dBClusterSnapshotIdentifier'),
    json_extract_scalar(requestparameters, '$.dbiResourceId'),
    json_extract_scalar(requestparameters, '$.dBParameterGroupName'),
    json_extract_scalar(requestparameters, '$.dBProxyName'),
    json_extract_scalar(requestparameters, '$.globalClusterIdentifier'),
    json_extract_scalar(requestparameters, '$.resourceArn')
  ) AS target,
  nullif(concat_ws(', ',
    CASE WHEN json_extract(requestparameters, '$.masterUserPassword') IS NOT NULL THEN 'master password set' END,
    CASE WHEN json_extract_scalar(requestparameters, '$.manageMasterUserPassword') = 'false'
      THEN 'master password no longer managed' END,
    CASE WHEN json_extract_scalar(requestparameters, '$.publiclyAccessible') = 'true'
      THEN 'publicly accessible' END,
    CASE WHEN json_extract_scalar(requestparameters, '$.deletionProtection') = 'false'
      THEN 'no deletion protection' END,
    CASE WHEN json_extract_scalar(requestparameters, '$.backupRetentionPeriod') = '0'
      THEN 'no automated backups' END,
    CASE WHEN json_extract_scalar(requestparameters, '$.skipFinalSnapshot') = 'true'
      THEN 'no final snapshot' END,
    CASE WHEN json_extract_scalar(requestparameters, '$.deleteAutomatedBackups') = 'true'
      THEN 'automated backups deleted' END,
    CASE WHEN json_extract_scalar(requestparameters, '$.enableIAMDatabaseAuthentication') IS NOT NULL
      THEN concat(
        'IAM authentication: ', json_extract_scalar(requestparameters, '$.enableIAMDatabaseAuthentication')
      ) END,
    CASE WHEN json_extract_scalar(requestparameters, '$.enableHttpEndpoint') = 'true'
      THEN 'data API on' END,
    CASE WHEN json_extract(requestparameters, '$.vpcSecurityGroupIds') IS NOT NULL
      OR json_extract(requestparameters, '$.vPCSecurityGroupIds') IS NOT NULL THEN 'security groups set' END,
    json_extract_scalar(requestparameters, '$.roleArn'),
    json_extract_scalar(requestparameters, '$.logFileName')
  ), '') AS what,
  json_extract_scalar(requestparameters, '$.masterUsername') AS master_user,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM calls
ORDER BY eventtime, eventname, call_id, account, errorcode, requestparameters, responseelements, principal
