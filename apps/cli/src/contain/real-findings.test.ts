import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { advise } from '@firebreak/containment';
import { type Finding, parseFindings } from '@firebreak/guardduty';
import { describe, expect, test } from 'vitest';

/** Public findings that nobody here wrote; they lie beside the project, and nothing of them is in it. */
const DATA = resolve(import.meta.dirname, '../../../../../shared/data/guardduty');
const isThere = existsSync(DATA);
if (!isThere)
  process.stdout.write(
    `advice on real findings is skipped: there is no folder ${join('..', 'shared', 'data', 'guardduty')}\n`,
  );

function findingsOf(path: string): readonly Finding[] {
  const text = readFileSync(join(DATA, path), 'utf8');
  return /"types?"/i.test(text) ? tryParse(text, path) : [];
}

/** A few files hold no finding; the finding parser's own test is about those. */
function tryParse(text: string, path: string): readonly Finding[] {
  try {
    return parseFindings(text, path);
  } catch {
    return [];
  }
}

describe.skipIf(!isThere)('advice on findings that nobody here wrote', () => {
  const files = isThere
    ? readdirSync(DATA, { recursive: true, encoding: 'utf8' }).filter((path) => /\.jsonl?$/.test(path))
    : [];
  const all = files.flatMap((path) => findingsOf(path).map((finding) => [path, finding] as const));

  test('there are some', () => {
    expect(all.length).toBeGreaterThan(50);
  });

  test.each(all)('%s', (_, finding) => {
    const { credentials, refusals, steps, open } = advise({ finding });
    if (finding.sample) {
      expect(refusals.map(({ type }) => type)).toEqual(['sample-finding']);
      expect(steps).toEqual([]);
      return;
    }
    const isKnown = credentials.length > 0 && (steps.length > 0 || refusals.length > 0);
    const isAsked = open.some(({ what, how }) => what !== '' && how !== '');
    expect(isKnown || isAsked).toBe(true);
    if (steps.length > 0 && steps.every(({ available }) => !available))
      expect(isAsked || refusals.length > 0).toBe(true);
    if (finding.credential === undefined) expect(steps).toEqual([]);
  });
});
