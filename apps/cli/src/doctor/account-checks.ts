import {
  type Api,
  type ApiCall,
  CallRefused,
  type ConfiguredAccount,
  type FirebreakConfig,
  NotFound,
  OPERATIONS,
  type OrgClients,
  operationName,
  orgApi,
  readOnlyApi,
} from '@firebreak/aws';
import { ACTIONS } from '@firebreak/containment';
import { missing, type Outcome, ok, type PlannedCheck, skipped, warning } from './check.ts';
import { type DoctorRoom, unlessSignedOut } from './doctor-room.ts';

/** A name that nobody has, so that whoever may read is told that nothing is there. */
const NOBODY = 'firebreak-doctor-looks-for-nobody';

/** Whether each account of the configuration can be entered, and evidence be read in it. Nothing is changed. */
export function accountChecks(room: DoctorRoom): PlannedCheck[] {
  const { config, org, notes } = room;
  if (config === undefined || org === undefined) return [];
  const api = readOnlyApi(orgApi(org));
  return config.accounts.flatMap((account) => [
    { name: `account ${account.name}`, run: () => unlessSignedOut(room, () => entered(account, org, notes)) },
    {
      name: `reading in ${account.name}`,
      run: (signal: AbortSignal) => unlessSignedOut(room, () => readable(account, config, org, api, signal)),
    },
  ]);
}

async function entered(
  { id }: ConfiguredAccount,
  org: OrgClients,
  notes: ReadonlyMap<string, string>,
): Promise<Outcome> {
  const { identity, credentials } = await org.open(id);
  const note = notes.get(id);
  if (note !== undefined)
    return warning(note, 'Add sts:SetSourceIdentity to its trust policy.', 'firebreak doctor --policy trust');
  return ok(credentials === undefined ? `signed in as ${identity.arn}` : `through ${identity.arn}`);
}

async function readable(
  { id }: ConfiguredAccount,
  config: FirebreakConfig,
  org: OrgClients,
  api: Api,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    await org.open(id);
  } catch (error) {
    if (error instanceof CallRefused) return skipped('the account is not reached');
    throw error;
  }
  const probes = probesOf(id, config.regions.home);
  const answers = await Promise.all(probes.map((call) => probe(call, api, signal)));
  const refused = probes.filter((_, at) => answers[at] === 'refused').map(permissionOf);
  const allowed = answers.filter((answer) => answer === 'allowed').length;
  if (refused.length > 0)
    return missing(
      `refused: ${refused.join(', ')}`,
      'Give the role the policy of a responder.',
      'firebreak doctor --policy responder',
    );
  if (allowed < probes.length)
    return warning(
      `${allowed} of ${probes.length} reads are allowed, and the others could not be tried`,
      'Look again in a minute.',
    );
  return ok(`all ${probes.length} reads that were tried are allowed; changes are not tried`);
}

/** The reads of evidence and of the actions, about nobody. */
export function probesOf(account: string, region: string): ApiCall[] {
  const names = new Set(ACTIONS.flatMap(({ reads }) => reads));
  const reads = Object.entries(OPERATIONS)
    .filter(
      ([name, { access, permission }]) =>
        access === 'read' && name.startsWith('iam:') && names.has(permission),
    )
    .map(([name]): ApiCall => {
      const arn = `arn:aws:iam::${account}:policy/${NOBODY}`;
      const input = {
        UserName: NOBODY,
        RoleName: NOBODY,
        GroupName: NOBODY,
        PolicyName: NOBODY,
        PolicyArn: arn,
      };
      return { service: 'iam', operation: name.slice('iam:'.length), input, account };
    });
  const lookup: ApiCall = {
    service: 'cloudtrail',
    operation: 'LookupEvents',
    input: { MaxResults: 1 },
    account,
    region,
  };
  return [lookup, ...reads];
}

function permissionOf(call: ApiCall): string {
  return OPERATIONS[operationName(call)]?.permission ?? operationName(call);
}

async function probe(
  call: ApiCall,
  api: Api,
  signal: AbortSignal,
): Promise<'allowed' | 'refused' | 'unknown'> {
  try {
    await api.call(call, { signal });
    return 'allowed';
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof NotFound) return 'allowed';
    if (!(error instanceof CallRefused)) return 'unknown';
    const { name } = (error.cause ?? {}) as { name?: string };
    if (/^(AccessDenied|NotAuthorized|UnauthorizedOperation)/.test(name ?? '')) return 'refused';
    // An answer that only lacks what the made-up name would have is an answer.
    return error.cause === undefined ? 'allowed' : 'unknown';
  }
}
