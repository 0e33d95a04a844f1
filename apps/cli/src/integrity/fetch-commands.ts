import type { IntegrityReport, NeededKeys, NeededSignature } from '@firebreak/cloudtrail';
import { safeText, shellWord, UnprintableWord } from '@firebreak/untrusted';

/** So many commands are shown; `--json` has what all of them need. */
const SHOWN = 20;

/** The shell commands that fetch what signatures could not be checked without. */
export function fetchLines({ neededKeys, neededSignatures }: IntegrityReport): string[] {
  const lines: string[] = [];
  if (neededKeys.length > 0) {
    lines.push('', 'Public keys are not there. Fetch them, and give each file with --public-keys:');
    lines.push(...neededKeys.map((keys) => `  ${keysCommand(keys)}`));
  }
  if (neededSignatures.length > 0) {
    lines.push('', 'Signatures are not there. Fetch them, and verify again:');
    for (const signature of neededSignatures.slice(0, SHOWN)) lines.push(`  ${signatureCommand(signature)}`);
    const more = neededSignatures.length - SHOWN;
    if (more > 0) lines.push(`  … and ${more} more, which --json has under "neededSignatures"`);
  }
  return lines;
}

function keysCommand({ region, from, to }: NeededKeys): string {
  const times = `--start-time ${from} --end-time ${to}`;
  return `aws cloudtrail list-public-keys --region ${region} ${times} --output json > keys-${region}.json`;
}

function signatureCommand({ bucket, key, path }: NeededSignature): string {
  try {
    const object = `--bucket=${shellWord(bucket)} --key=${shellWord(key)}`;
    return `aws s3api head-object ${object} --query Metadata.signature --output text > ${shellWord(`${path}.signature`)}`;
  } catch (error) {
    if (!(error instanceof UnprintableWord)) throw error;
    return `(no command: the place that the digest names cannot be shown as it is: ${safeText(path)})`;
  }
}
