import { readFile } from 'node:fs/promises';
import { ProofUnreadable } from '../errors.ts';
import { isObject, type JsonObject, textAt } from '../read/json-object.ts';
import { placeInTrail } from './object-place.ts';

/** A signature as the metadata of a digest's object has it. */
export interface SavedSignature {
  /** In hexadecimal digits, when it is whole. */
  readonly signature: string;
  readonly algorithm: string | undefined;
}

/** Signatures by the digest's place in the trail. */
export type SavedSignatures = ReadonlyMap<string, readonly SavedSignature[]>;

/**
 * Reads a file of JSON lines: `{"key": <key of the digest>, "signature": <hexadecimal>, "algorithm": <optional>}`.
 *
 * @throws {ProofUnreadable} when the file cannot be read or a line is anything else.
 */
export async function readSignatures(path: string): Promise<SavedSignatures> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw unusable(path, 'the file cannot be read', cause);
  });
  const signatures = new Map<string, SavedSignature[]>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const value = objectOf(line);
    const key = value && textAt(value, 'key');
    const signature = value && textAt(value, 'signature');
    if (value === undefined || key === undefined || signature === undefined)
      throw unusable(`${path}:${index + 1}`, 'the line is no object with "key" and "signature"');
    const place = placeInTrail(key);
    const saved = { signature, algorithm: textAt(value, 'algorithm') };
    signatures.set(place, [...(signatures.get(place) ?? []), saved]);
  }
  return signatures;
}

/** The signature in the file `<digest>.signature` beside a digest. */
export async function signatureBeside(digest: string): Promise<SavedSignature | undefined> {
  try {
    return { signature: (await readFile(`${digest}.signature`, 'utf8')).trim(), algorithm: undefined };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unusable(`${digest}.signature`, 'the file cannot be read', cause);
  }
}

function objectOf(line: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function unusable(where: string, why: string, cause?: unknown): ProofUnreadable {
  return new ProofUnreadable(`Cannot read signatures of digests: ${why}`, {
    where,
    remedy: 'Save them as docs/log-integrity.md shows.',
    ...(cause === undefined ? {} : { cause }),
  });
}
