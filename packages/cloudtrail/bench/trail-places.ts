/** Accounts of the made-up organisation. The first ones are busier than the rest. */
export const ACCOUNTS = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => String(digit).repeat(12)) as [
  string,
  ...string[],
];
export const REGIONS: [string, ...string[]] = ['us-east-1', 'eu-central-1', 'us-west-2'];
export const ROLES: [string, ...string[]] = [
  'Deploy',
  'ReadOnly',
  'Administrator',
  'DataPipeline',
  'AuditReader',
  'BackupOperator',
  'NetworkManager',
  'OrganizationAccountAccessRole',
];
/** The first moment of a generated trail, and how long it is. */
export const BEGIN = Date.UTC(2026, 8, 7);
export const DAYS = 7;
export const DAY = 86_400_000;
/** Where sessions begin, and how often. */
export const BEGINNINGS = {
  user: 22,
  instance: 24,
  function: 16,
  saml: 15,
  oidc: 9,
  sessionToken: 4,
  federation: 3,
  console: 3,
  unlogged: 2,
  madeKey: 1,
  namedLikeInstance: 1,
};
