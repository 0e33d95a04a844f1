-- Events that firebreak-ingest delivers: one CloudTrail record a line, as it came, compressed, under
-- firebreak/account=<account>/region=<region>/day=<yyyy/MM/dd>/. In Athena, engine version 3.
--
-- "firebreak query setup" fills these in and makes the table. To make it by hand, replace them:
--   {{database}}   the database to make the table in
--   {{bucket}}     the bucket that is delivered to
--   {{prefix}}     what comes before firebreak/, with a slash, such as events/; nothing when nothing does
--   {{accounts}}   every account that events come from, with commas between them
--   {{regions}}    every region that events come from, with commas between them
--   {{first-day}}  the first day that there are events of, such as 2026/01/01
--
-- The columns are those of cloudtrail_logs, so that a saved query runs on either table, with one exception:
-- resources is text. Use json_extract there.
--
-- The reader is the OpenX JSON SerDe ("OpenX JSON SerDe" in the Athena User Guide), because it keeps an object as its
-- JSON text where the column is a string; the Hive JSON SerDe promises that only behind CloudTrail's own input format.
-- It tells small letters from capitals (case.insensitive), or it would write requestParameters and the like with
-- small keys only, and "$.credentials.accessKeyId" would find nothing. So each name with capitals is mapped. A mapping
-- holds at every depth, and userIdentity has "arn" where resources has "ARN": that is why resources is text.
-- A line that is no JSON fails the query with the name of its file, and is not passed over in silence.
CREATE EXTERNAL TABLE {{database}}.ingest_events (
  eventversion string,
  useridentity struct<
    type: string,
    principalid: string,
    arn: string,
    accountid: string,
    invokedby: string,
    invokedbydelegate: struct<accountid: string>,
    accesskeyid: string,
    username: string,
    identityprovider: string,
    credentialid: string,
    onbehalfof: struct<userid: string, identitystorearn: string>,
    inscopeof: struct<sourcearn: string, sourceaccount: string, issuertype: string, credentialsissuedto: string>,
    sessioncontext: struct<
      attributes: struct<mfaauthenticated: string, creationdate: string>,
      sessionissuer: struct<type: string, principalid: string, arn: string, accountid: string, username: string>,
      ec2roledelivery: string,
      assumedroot: string,
      sourceidentity: string,
      webidfederationdata: struct<federatedprovider: string, attributes: map<string,string>>
    >
  >,
  eventtime string,
  eventsource string,
  eventname string,
  awsregion string,
  sourceipaddress string,
  useragent string,
  errorcode string,
  errormessage string,
  requestparameters string,
  responseelements string,
  additionaleventdata string,
  requestid string,
  eventid string,
  readonly string,
  resources string,
  eventtype string,
  apiversion string,
  managementevent string,
  recipientaccountid string,
  serviceeventdetails string,
  sharedeventid string,
  vpcendpointid string,
  vpcendpointaccountid string,
  eventcategory string,
  addendum struct<reason: string, updatedfields: string, originalrequestid: string, originaleventid: string>,
  sessioncredentialfromconsole string,
  tlsdetails struct<tlsversion: string, ciphersuite: string, keyexchange: string, clientprovidedhostheader: string>
)
PARTITIONED BY (account string, region string, day string)
ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
WITH SERDEPROPERTIES (
  'case.insensitive' = 'false',
  'ignore.malformed.json' = 'false',
  'mapping.accesskeyid' = 'accessKeyId',
  'mapping.accountid' = 'accountId',
  'mapping.additionaleventdata' = 'additionalEventData',
  'mapping.apiversion' = 'apiVersion',
  'mapping.assumedroot' = 'assumedRoot',
  'mapping.awsregion' = 'awsRegion',
  'mapping.ciphersuite' = 'cipherSuite',
  'mapping.clientprovidedhostheader' = 'clientProvidedHostHeader',
  'mapping.creationdate' = 'creationDate',
  'mapping.credentialid' = 'credentialId',
  'mapping.credentialsissuedto' = 'credentialsIssuedTo',
  'mapping.ec2roledelivery' = 'ec2RoleDelivery',
  'mapping.errorcode' = 'errorCode',
  'mapping.errormessage' = 'errorMessage',
  'mapping.eventcategory' = 'eventCategory',
  'mapping.eventid' = 'eventID',
  'mapping.eventname' = 'eventName',
  'mapping.eventsource' = 'eventSource',
  'mapping.eventtime' = 'eventTime',
  'mapping.eventtype' = 'eventType',
  'mapping.eventversion' = 'eventVersion',
  'mapping.federatedprovider' = 'federatedProvider',
  'mapping.identityprovider' = 'identityProvider',
  'mapping.identitystorearn' = 'identityStoreArn',
  'mapping.inscopeof' = 'inScopeOf',
  'mapping.invokedby' = 'invokedBy',
  'mapping.invokedbydelegate' = 'invokedByDelegate',
  'mapping.issuertype' = 'issuerType',
  'mapping.keyexchange' = 'keyExchange',
  'mapping.managementevent' = 'managementEvent',
  'mapping.mfaauthenticated' = 'mfaAuthenticated',
  'mapping.onbehalfof' = 'onBehalfOf',
  'mapping.originaleventid' = 'originalEventID',
  'mapping.originalrequestid' = 'originalRequestID',
  'mapping.principalid' = 'principalId',
  'mapping.readonly' = 'readOnly',
  'mapping.recipientaccountid' = 'recipientAccountId',
  'mapping.requestid' = 'requestID',
  'mapping.requestparameters' = 'requestParameters',
  'mapping.responseelements' = 'responseElements',
  'mapping.serviceeventdetails' = 'serviceEventDetails',
  'mapping.sessioncontext' = 'sessionContext',
  'mapping.sessioncredentialfromconsole' = 'sessionCredentialFromConsole',
  'mapping.sessionissuer' = 'sessionIssuer',
  'mapping.sharedeventid' = 'sharedEventID',
  'mapping.sourceaccount' = 'sourceAccount',
  'mapping.sourcearn' = 'sourceArn',
  'mapping.sourceidentity' = 'sourceIdentity',
  'mapping.sourceipaddress' = 'sourceIPAddress',
  'mapping.tlsdetails' = 'tlsDetails',
  'mapping.tlsversion' = 'tlsVersion',
  'mapping.updatedfields' = 'updatedFields',
  'mapping.useragent' = 'userAgent',
  'mapping.userid' = 'userId',
  'mapping.useridentity' = 'userIdentity',
  'mapping.username' = 'userName',
  'mapping.vpcendpointaccountid' = 'vpcEndpointAccountId',
  'mapping.vpcendpointid' = 'vpcEndpointId',
  'mapping.webidfederationdata' = 'webIdFederationData'
)
STORED AS INPUTFORMAT 'org.apache.hadoop.mapred.TextInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION 's3://{{bucket}}/{{prefix}}firebreak/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.account.type' = 'enum',
  'projection.account.values' = '{{accounts}}',
  'projection.region.type' = 'enum',
  'projection.region.values' = '{{regions}}',
  'projection.day.type' = 'date',
  'projection.day.format' = 'yyyy/MM/dd',
  'projection.day.range' = '{{first-day}},NOW',
  'projection.day.interval' = '1',
  'projection.day.interval.unit' = 'DAYS',
  'storage.location.template' =
    's3://{{bucket}}/{{prefix}}firebreak/account=${account}/region=${region}/day=${day}'
)
