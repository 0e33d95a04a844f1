import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JournalEntry } from '../event.ts';
import { incidentReport } from './incident-report.ts';
import { reportAsMarkdown } from './report-as-markdown.ts';
import { everyEvent } from './testing/every-event.ts';
import { hostileText } from './testing/hostile-text.ts';
import { leakedKey } from './testing/leaked-key.ts';
import { toldWith } from './testing/told-with.ts';

const text = (entries: readonly JournalEntry[]) => reportAsMarkdown(incidentReport(entries));

/** Each line without its words: how it starts, and the signs in it that are neither escaped nor in a code span. */
function structureOf(markdown: string): readonly string[] {
  return markdown.split('\n').map((line) => {
    const bare = line.replace(/\\[!-/:-@[-`{-~]|&(?:lt|amp|#32);|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, 'x');
    const start = /^(?:#+ |- |\d+[.)] |[-=+:>]| +|\||)/.exec(bare)?.[0] ?? '';
    const links = bare.match(/:\/\/|www\.|@/g) ?? [];
    return `${start}${bare.replace(/[^|#*<>[\]!~$&_`\\^]/g, '')}${links.join('')}`;
  });
}

test('reportAsMarkdown() tells the incident', () => {
  const lines = text(leakedKey()).split('\n');
  expect(lines[0]).toBe('# Incident report: Leaked access key of build-bot used from an unknown network');
  expect(lines).toContain('- State: **closed**');
  expect(lines).toContain('### 1. Deactivate access key AKIARTXV5AHDVEXAMPLE of user build-bot: proven');
  expect(lines).toContain('| `Status` | `Active` | `Inactive` | **changed** |');
  expect(lines).toContain('- Other keys of the same user.');
});

test('reportAsMarkdown() sets blocks apart and keeps tables together', () => {
  const lines = text(everyEvent()).split('\n');
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1] ?? '';
    if (line.startsWith('#') && index > 0) expect(before).toBe('');
    if (/^\| ---/.test(line)) expect(before).toMatch(/^\| /);
    if (line !== '' && before !== '') expect(line.slice(0, 2)).toBe(before.slice(0, 2));
  }
});

test('structureOf() would see a sign too many', () => {
  expect(structureOf('| `a` | b\\| |')).toEqual(['||||']);
  expect(structureOf('- a <b> https://example.com')).toEqual(['- <>://']);
});

test('reportAsMarkdown() makes no structure of anything in a journal', () => {
  const harmless = structureOf(text(toldWith(everyEvent(), 'x')));
  fc.assert(
    fc.property(hostileText, (hostile) => {
      expect(structureOf(text(toldWith(everyEvent(), hostile)))).toEqual(harmless);
    }),
    { numRuns: 60 },
  );
});
