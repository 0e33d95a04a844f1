import type { Lineage, LineageUser } from './lineage.ts';
import { mostSpecific } from './most-specific.ts';

/**
 * The IAM users whose credentials are in a lineage, the root's first. A user comes once for each long-term key, or once
 * without a key where the lineage has only sessions of that user.
 */
export function lineageUsers({
  root,
  chain,
  forward,
}: Pick<Lineage, 'root' | 'chain' | 'forward'>): LineageUser[] {
  const users: LineageUser[] = [];
  if (root.userName !== null) {
    const accessKeyId = root.kind === 'long-term-key' ? root.accessKeyId : null;
    users.push({ user: root.userName, account: root.account, accessKeyId });
  }
  for (const { userName, account, kind, accessKeyId } of [...chain, ...forward]) {
    if (userName === null) continue;
    users.push({ user: userName, account, accessKeyId: kind === 'long-term' ? accessKeyId : null });
  }
  return mostSpecific(users);
}
