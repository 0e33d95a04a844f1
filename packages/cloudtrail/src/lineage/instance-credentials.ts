import type { Issuance } from './issuance.ts';
import type { LineageGap, LineageRoot } from './lineage.ts';
import { gap } from './lineage-gaps.ts';
import type { LineageSource } from './lineage-source.ts';
import { keyOr, lookupCommand } from './lookup-command.ts';

/** What else an instance was given. */
export interface InstanceCredentials {
  /** Keys that EC2 itself handed out to the instance: nobody else can put the instance's id into such a call. */
  readonly issued: readonly Issuance[];
  /** Keys that the instance's metadata service handed out, as AWS says, though no record of that is in the source. */
  readonly delivered: readonly string[];
  /** Keys of sessions that only bear the instance's id as their name, which any caller of AssumeRole can choose. */
  readonly gaps: readonly LineageGap[];
}

/** The other credentials of the instance that a lineage begins at; none for any other root. */
export async function instanceCredentials(
  { kind, name, account }: LineageRoot,
  source: LineageSource,
): Promise<InstanceCredentials> {
  if (kind !== 'ec2-instance') return { issued: [], delivered: [], gaps: [] };
  const sessions = await source.sessionsNamed(name);
  const issued = sessions.issued.filter(({ event }) => isSame(event.accountId, account));
  const delivered: string[] = [];
  const unexplained: string[] = [];
  for (const { accessKeyId, accountId, ec2RoleDelivery } of sessions.seen) {
    if (!isSame(accountId, account) || (await source.issuanceOf(accessKeyId)) !== undefined) continue;
    (ec2RoleDelivery === undefined ? unexplained : delivered).push(accessKeyId);
  }
  const [first] = unexplained;
  if (first === undefined) return { issued, delivered, gaps: [] };
  const unproven = gap(
    'unexplained-session',
    `Sessions with ${unexplained.join(', ')} are named ${name} too, but no record says that EC2 gave the instance ${unexplained.length === 1 ? 'that key' : 'those keys'}`,
    'Trace each of them in the logs of earlier days, or',
    lookupCommand('ResourceName', keyOr(first)),
  );
  return { issued, delivered, gaps: [unproven] };
}

function isSame(account: string | undefined, other: string | null): boolean {
  return account === undefined || other === null || account === other;
}
