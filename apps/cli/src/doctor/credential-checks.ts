import { clockSkew } from '@firebreak/aws';
import { missing, type Outcome, ok, type PlannedCheck, warning } from './check.ts';
import { type DoctorRoom, unlessSignedOut } from './doctor-room.ts';

/** A session that ends sooner ends during an incident. */
const SHORT_MS = 60 * 60_000;
/** AWS refuses what is signed with a clock that is off by more. Source: IAM User Guide, "Troubleshoot signed requests". */
const REFUSED_SKEW_MS = 5 * 60_000;
/** Evidence carries the machine's times. */
const NOTED_SKEW_MS = 5_000;

/** Whose credentials the terminal has, for how long, and whether its clock is right. */
export function credentialChecks(room: DoctorRoom): PlannedCheck[] {
  return [
    {
      name: 'credentials',
      async run() {
        const { account, arn } = await room.caller();
        const clients = await room.terminal();
        const { config } = room;
        const who = `${arn} in account ${account}`;
        if (config !== undefined && !config.accounts.some(({ id }) => id === account))
          return warning(
            `${who}, which is not in the configuration`,
            'Sign in to one of the accounts, or add it to "accounts".',
          );
        const { expiration } = await clients.sts.config.credentials();
        if (expiration === undefined) return ok(`${who}; no end is known`);
        const left = expiration.getTime() - Date.now();
        const says = `${who}; they end in ${Math.max(0, Math.round(left / 60_000))} minutes`;
        return left >= SHORT_MS ? ok(says) : warning(says, 'Sign in again before an incident needs longer.');
      },
    },
    {
      name: 'clock',
      run: () => unlessSignedOut(room, () => clock(room)),
    },
  ];
}

async function clock(room: DoctorRoom): Promise<Outcome> {
  const skew = clockSkew(await room.terminal());
  const seconds = Math.round(Math.abs(skew) / 1_000);
  const says = `${seconds} seconds ${skew < 0 ? 'ahead of' : 'behind'} the clock of AWS`;
  if (Math.abs(skew) >= REFUSED_SKEW_MS)
    return missing(says, 'Set the clock of this machine: AWS refuses what is signed with it.');
  if (Math.abs(skew) < NOTED_SKEW_MS) return ok('as the clock of AWS, to a few seconds');
  return warning(says, 'Set the clock of this machine: the journal carries its times.');
}
