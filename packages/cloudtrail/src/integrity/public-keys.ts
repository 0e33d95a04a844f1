import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ProofUnreadable } from '../errors.ts';
import { isObject, textAt } from '../read/json-object.ts';

/** The public keys of CloudTrail, by their fingerprint. */
export type PublicKeys = ReadonlyMap<string, KeyObject>;

const REMEDY = 'Give what "aws cloudtrail list-public-keys" printed.';

/**
 * Reads keys from files with the JSON answer of `aws cloudtrail list-public-keys`, or a JSON list of such answers. A
 * key is base64 of DER, either PKCS #1 or SubjectPublicKeyInfo.
 *
 * @throws {ProofUnreadable} when a file cannot be read, or holds anything else.
 */
export async function readPublicKeys(paths: readonly string[]): Promise<PublicKeys> {
  const keys = new Map<string, KeyObject>();
  for (const path of paths)
    for (const answer of answersIn(await textOf(path), path))
      for (const entry of answer) {
        const fingerprint = isObject(entry) ? textAt(entry, 'Fingerprint') : undefined;
        const value = isObject(entry) ? textAt(entry, 'Value') : undefined;
        if (fingerprint === undefined || value === undefined)
          throw unusable(path, 'a key has no Fingerprint or Value');
        keys.set(fingerprint, keyOf(Buffer.from(value, 'base64'), path));
      }
  return keys;
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw unusable(path, 'the file cannot be read', cause);
  });
}

function answersIn(text: string, path: string): unknown[][] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unusable(path, 'the text is not JSON', cause);
  }
  return (Array.isArray(value) ? (value as unknown[]) : [value]).map((answer) => {
    const list = isObject(answer) ? answer['PublicKeyList'] : undefined;
    if (!Array.isArray(list)) throw unusable(path, '"PublicKeyList" is missing');
    return list as unknown[];
  });
}

function keyOf(der: Buffer, path: string): KeyObject {
  for (const type of ['pkcs1', 'spki'] as const) {
    try {
      const key = createPublicKey({ key: der, format: 'der', type });
      if (key.asymmetricKeyType === 'rsa') return key;
    } catch {
      // The other form is tried.
    }
  }
  throw unusable(path, 'a Value is no RSA key');
}

function unusable(path: string, why: string, cause?: unknown): ProofUnreadable {
  return new ProofUnreadable(`Cannot read public keys: ${why}`, {
    where: path,
    remedy: REMEDY,
    ...(cause === undefined ? {} : { cause }),
  });
}
