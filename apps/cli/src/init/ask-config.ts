import type { Asker } from './ask-lines.ts';
import type { InitFlags } from './init-flags.ts';

/** Asks for whatever the flags do not say. Empty answers leave a key out. */
export async function askConfig(flags: InitFlags, asker: Asker): Promise<InitFlags> {
  const { ask, say } = asker;
  const or = async (known: string | undefined, question: string, path: string) =>
    known ?? (await ask(question, path));
  say('Empty answers leave a thing out. Nothing is written before the end.');
  const accounts = flags.accounts.length > 0 ? flags : await askAccounts(asker);
  const home = flags.home ?? (await asker.need('Home region, such as eu-central-1:', 'regions.home'));
  const regions = flags.regions.length > 0 ? flags.regions : await askRegions(asker);
  const role = await or(flags.role, 'Role to assume in each account (name or ARN):', 'access.role');
  const externalId =
    role === undefined
      ? flags.externalId
      : await or(flags.externalId, 'External id of these roles:', 'access.externalId');
  const organisation = await or(flags.organisation, 'Id of the organisation, o-…:', 'organisation.id');
  const management =
    organisation === undefined
      ? flags.management
      : await or(flags.management, 'Management account:', 'organisation.management');
  const bucket = await or(flags.bucket, 'Central bucket of CloudTrail log files:', 'logs.bucket');
  const inBucket = bucket === undefined ? flags : await askBucket(flags, or);
  const workgroup = await or(flags.workgroup, 'Workgroup of Athena:', 'athena.workgroup');
  const database = await or(flags.database, 'Database of its tables:', 'athena.database');
  const results = await or(flags.results, 'Where results of queries go, s3://…:', 'athena.results');
  const maxScan = await or(flags.maxScan, 'The most that a query may scan, such as 10GB:', 'athena.maxScan');
  const administrator = await or(
    flags.administrator,
    'Delegated administrator account of GuardDuty:',
    'guardduty.administrator',
  );
  const { file, input, force } = flags;
  const answers = {
    role,
    externalId,
    organisation,
    management,
    bucket,
    prefix: inBucket.prefix,
    since: inBucket.since,
    workgroup,
    database,
    results,
    maxScan,
    administrator,
  };
  const known = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
  return {
    file,
    input,
    ...(force === undefined ? {} : { force }),
    accounts: accounts.accounts,
    production: accounts.production,
    home,
    regions,
    ...known,
  };
}

type Or = (known: string | undefined, question: string, path: string) => Promise<string | undefined>;

async function askBucket({ prefix, since }: InitFlags, or: Or) {
  return {
    prefix: await or(prefix, 'What comes before AWSLogs/ in it:', 'logs.prefix'),
    since: await or(since, 'The first day that there are logs of, yyyy-mm-dd:', 'logs.since'),
  };
}

async function askAccounts({ ask, need, yes }: Asker): Promise<Pick<InitFlags, 'accounts' | 'production'>> {
  const accounts: string[] = [];
  const production: string[] = [];
  for (;;) {
    const question = accounts.length === 0 ? 'Id of an account:' : 'Id of the next account (empty: no more):';
    const id =
      accounts.length === 0 ? await need(question, 'accounts.0.id') : await ask(question, 'accounts.0.id');
    if (id === undefined) return { accounts, production };
    const name = await ask('  Its name:', 'accounts.0.name');
    if (await yes('  Does production run in it?')) production.push(id);
    accounts.push(name === undefined ? id : `${id}=${name}`);
  }
}

async function askRegions({ ask }: Asker): Promise<string[]> {
  const regions: string[] = [];
  for (;;) {
    const region = await ask('Another region that is used (empty: no more):', 'regions.all.0');
    if (region === undefined) return regions;
    regions.push(region);
  }
}
