import { type AccessKey, readAccessKey } from '@firebreak/iam';
import type { AttackSequence } from '../attack-sequence.ts';
import { Fields } from '../fields.ts';
import type { FindingCredential } from '../finding.ts';
import type { AccessKeyDetails } from './finding-parts.ts';

/** Reads `resource.accessKeyDetails`. Source: GuardDuty API Reference, "AccessKeyDetails". */
export function readAccessKeyDetails(details: Fields): AccessKeyDetails | undefined {
  if (details.object === undefined) return undefined;
  return {
    accessKeyId: details.text('accessKeyId'),
    principalId: details.text('principalId'),
    userName: details.text('userName'),
    userType: details.text('userType'),
  };
}

/** The credential, with what its key id says by itself. */
export function credentialOf(key: AccessKeyDetails): FindingCredential {
  const { accessKeyId, principalId, userName, userType } = key;
  if (accessKeyId === undefined)
    return { accessKeyId, principalId, userName, userType, kind: 'unknown', ownerAccountId: undefined };
  const { kind, accountId: ownerAccountId } = accessKeyOf(accessKeyId);
  return { accessKeyId, principalId, userName, userType, kind, ownerAccountId };
}

/**
 * The credential of an attack sequence, when all its actors use the same one. Among several a person has to choose:
 * then there is none, and a gap says so. What an actor leaves out, the sequence's access key resource may tell.
 */
export function accessKeyOfSequence(sequence: AttackSequence): AccessKeyDetails | undefined {
  const actors = sequence.actors.filter((actor) => actor.userUid ?? actor.userName ?? actor.accessKeyId);
  const keys = sequence.resources.filter(({ kind }) => kind === 'AccessKey');
  const [actor] = actors;
  const isOne = actors.every(
    (other) => other.userUid === actor?.userUid && other.accessKeyId === actor?.accessKeyId,
  );
  if (!isOne || (actor === undefined && keys.length !== 1)) return undefined;
  const key = keys.find(({ id }) => id === actor?.accessKeyId) ?? (keys.length === 1 ? keys[0] : undefined);
  const data = new Fields(key?.details).fields('data').fields('accessKey');
  return {
    accessKeyId: actor?.accessKeyId ?? key?.id,
    principalId: actor?.userUid ?? data.text('principalId'),
    userName: actor?.userName ?? data.text('userName'),
    userType: actor?.userType ?? data.text('userType'),
  };
}

/** Decoded once for all findings of a key. Made-up ids do not grow this without bound. */
const KNOWN = new Map<string, AccessKey>();
const KEPT = 1000;

export function accessKeyOf(id: string): AccessKey {
  const known = KNOWN.get(id);
  if (known !== undefined) return known;
  const key = readAccessKey(id);
  if (KNOWN.size < KEPT && id.length < 40) KNOWN.set(id, key);
  return key;
}
