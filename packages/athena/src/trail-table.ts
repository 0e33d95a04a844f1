/**
 * How one field of a CloudTrail record is typed in the table:
 * `text` a string; `json` an object kept as its JSON text; `map` text by text; or a struct, or a list of structs.
 */
export type TrailType =
  | 'text'
  | 'json'
  | 'map'
  | { readonly struct: TrailFields }
  | { readonly listOf: TrailFields };

export type TrailFields = Readonly<Record<string, TrailType>>;

/**
 * The columns of the table `cloudtrail_logs`, named in lower case as Athena names them.
 * `sql/tables/cloudtrail_logs.sql` declares the same ones, and a test compares the two.
 *
 * Source: CloudTrail User Guide, "CloudTrail record contents" and "CloudTrail userIdentity element". Left out are
 * `eventContext` and `edgeDeviceDetails`: their shape is open, and one wrong type fails every query in Athena.
 */
export const TRAIL_COLUMNS: TrailFields = {
  eventversion: 'text',
  useridentity: {
    struct: {
      type: 'text',
      principalid: 'text',
      arn: 'text',
      accountid: 'text',
      invokedby: 'text',
      invokedbydelegate: { struct: { accountid: 'text' } },
      accesskeyid: 'text',
      username: 'text',
      identityprovider: 'text',
      credentialid: 'text',
      onbehalfof: { struct: { userid: 'text', identitystorearn: 'text' } },
      inscopeof: {
        struct: { sourcearn: 'text', sourceaccount: 'text', issuertype: 'text', credentialsissuedto: 'text' },
      },
      sessioncontext: {
        struct: {
          attributes: { struct: { mfaauthenticated: 'text', creationdate: 'text' } },
          sessionissuer: {
            struct: { type: 'text', principalid: 'text', arn: 'text', accountid: 'text', username: 'text' },
          },
          ec2roledelivery: 'text',
          assumedroot: 'text',
          sourceidentity: 'text',
          webidfederationdata: { struct: { federatedprovider: 'text', attributes: 'map' } },
        },
      },
    },
  },
  eventtime: 'text',
  eventsource: 'text',
  eventname: 'text',
  awsregion: 'text',
  sourceipaddress: 'text',
  useragent: 'text',
  errorcode: 'text',
  errormessage: 'text',
  requestparameters: 'json',
  responseelements: 'json',
  additionaleventdata: 'json',
  requestid: 'text',
  eventid: 'text',
  readonly: 'text',
  resources: { listOf: { arn: 'text', accountid: 'text', type: 'text' } },
  eventtype: 'text',
  apiversion: 'text',
  managementevent: 'text',
  recipientaccountid: 'text',
  serviceeventdetails: 'json',
  sharedeventid: 'text',
  vpcendpointid: 'text',
  vpcendpointaccountid: 'text',
  eventcategory: 'text',
  addendum: {
    struct: { reason: 'text', updatedfields: 'text', originalrequestid: 'text', originaleventid: 'text' },
  },
  sessioncredentialfromconsole: 'text',
  tlsdetails: {
    struct: {
      tlsversion: 'text',
      ciphersuite: 'text',
      keyexchange: 'text',
      clientprovidedhostheader: 'text',
    },
  },
};

/** The partition columns. In Athena they come from the log file's path, `day` as `yyyy/MM/dd`. */
export const PARTITION_COLUMNS = ['account', 'region', 'day'] as const;
