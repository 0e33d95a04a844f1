import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseFindings } from './parse-findings.ts';
import { typeBehindAsff } from './shapes/asff-type.ts';

/** Public findings that nobody here wrote; they lie beside the project, and nothing of them is in it. */
const DATA = resolve(import.meta.dirname, '../../../../shared/data/guardduty');
const isThere = existsSync(DATA);
if (!isThere)
  process.stdout.write(
    `real findings are skipped: there is no folder ${join('..', 'shared', 'data', 'guardduty')}\n`,
  );

interface Raw {
  readonly [name: string]: unknown;
}

/** An independent reading: type, account and access key id, straight from the JSON. */
function factsOf(text: string): unknown[] {
  const lines = text.startsWith('{\n') ? [text] : text.split('\n').filter((line) => line !== '');
  return lines
    .map((line) => JSON.parse(line))
    .flatMap((value) => value.detail?.findings ?? value.Findings ?? value.findings ?? value.detail ?? value)
    .filter((raw) => raw.type ?? raw.Type ?? raw.Types)
    .map((raw) => {
      const key: Raw =
        (raw.resource ?? raw.Resource)?.[raw.Resource ? 'AccessKeyDetails' : 'accessKeyDetails'] ?? {};
      const ofAsff = raw.Resources?.find((resource: Raw) => resource['Type'] === 'AwsIamAccessKey')?.Id;
      const keyId =
        key['accessKeyId'] ??
        key['AccessKeyId'] ??
        ofAsff
          ?.split(':')
          .at(-1)
          .replace(/^null$/, '');
      const type = raw.type ?? raw.Type ?? typeBehindAsff(raw.Types[0]).name;
      return [type, raw.accountId ?? raw.AccountId ?? raw.AwsAccountId, keyId || undefined];
    });
}

describe.skipIf(!isThere)('findings that nobody here wrote', () => {
  const files = isThere
    ? readdirSync(DATA, { recursive: true, encoding: 'utf8' }).filter((path) => /\.jsonl?$/.test(path))
    : [];

  test.each(files)('%s', (path) => {
    const text = readFileSync(join(DATA, path), 'utf8');
    const facts = factsOf(text);
    if (facts.length === 0) {
      expect(() => parseFindings(text, path)).toThrow('"type" is missing');
      return;
    }
    const findings = parseFindings(text, path);
    expect(
      findings.map(({ type, accountId, credential }) => [type.name, accountId, credential?.accessKeyId]),
    ).toEqual(facts);
  });
});
