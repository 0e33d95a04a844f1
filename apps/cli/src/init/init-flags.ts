import type { ConfigInput } from '@firebreak/aws';

/** What `init` is told instead of asked. */
export interface InitFlags {
  readonly file: string;
  readonly accounts: readonly string[];
  readonly production: readonly string[];
  readonly home?: string;
  readonly regions: readonly string[];
  readonly organisation?: string;
  readonly management?: string;
  readonly role?: string;
  readonly externalId?: string;
  readonly bucket?: string;
  readonly prefix?: string;
  readonly since?: string;
  readonly workgroup?: string;
  readonly database?: string;
  readonly results?: string;
  readonly maxScan?: string;
  readonly administrator?: string;
  readonly input: boolean;
  readonly force?: boolean;
}

/** The configuration that answers make; sections without an answer are left out. */
export function configOf(flags: InitFlags): ConfigInput {
  const { organisation, management, role, externalId, bucket, prefix, since, administrator } = flags;
  const athena = given({
    workgroup: flags.workgroup,
    database: flags.database,
    results: flags.results,
    maxScan: flags.maxScan,
  });
  const access = given({ role, externalId });
  return {
    version: 1,
    ...(organisation === undefined ? {} : { organisation: { id: organisation, ...given({ management }) } }),
    ...(access === undefined ? {} : { access }),
    accounts: flags.accounts.map((text) => accountOf(text, flags.production)),
    regions: { home: flags.home ?? '', ...(flags.regions.length === 0 ? {} : { all: [...flags.regions] }) },
    ...(bucket === undefined ? {} : { logs: { bucket, ...given({ prefix, since }) } }),
    ...(athena === undefined ? {} : { athena }),
    ...(administrator === undefined ? {} : { guardduty: { administrator } }),
  };
}

/** `111111111111` or `111111111111=shop`. */
function accountOf(text: string, production: readonly string[]): ConfigInput['accounts'][number] {
  const [id = '', ...name] = text.split('=');
  return { id, name: name.join('=').trim() || id, production: production.includes(id) };
}

function given<T extends object>(values: T): T | undefined {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as T);
}
