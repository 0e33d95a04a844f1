import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JournalEntry } from '../event.ts';
import { incidentReport } from './incident-report.ts';
import { reportAsHtml } from './report-as-html.ts';
import { everyEvent } from './testing/every-event.ts';
import { hostileText } from './testing/hostile-text.ts';
import { leakedKey } from './testing/leaked-key.ts';
import { toldWith } from './testing/told-with.ts';

const page = (entries: readonly JournalEntry[]) => reportAsHtml(incidentReport(entries));

/** Tags with the names of their attributes, as a browser's tokenizer would see them. */
function tagsOf(markup: string): readonly string[] {
  const tags: string[] = [];
  for (const [, tag = '', attributes = ''] of markup.matchAll(
    /<([!/?]?[^\s>/]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>?/g,
  )) {
    const names = attributes.replace(/"[^"]*"|'[^']*'/g, '""').match(/[^\s=/"']+(?=\s*(?:=|\s|$))/g) ?? [];
    tags.push([tag, ...names].join(' '));
  }
  return tags;
}

test('reportAsHtml() is one file that loads and runs nothing', () => {
  const markup = page(everyEvent());
  expect(markup).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
  );
  expect(markup).not.toMatch(
    /<(?:script|link|img|iframe|object|base)|\s(?:src|href|style|on\w+)=|url\(|@import/i,
  );
});

test('reportAsHtml() has its headings in order', () => {
  const levels = [...page(everyEvent()).matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  for (const [index, level] of levels.entries())
    expect(level - (levels[index - 1] ?? 1)).toBeLessThanOrEqual(1);
});

test('reportAsHtml() gives every heading cell a scope and closes what it opens', () => {
  const markup = page(everyEvent());
  expect(markup).not.toMatch(/<th(?! scope="(?:col|row)")[\s>]/);
  const open: string[] = [];
  for (const [, end, name = '', self] of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/g)) {
    if (name === 'meta' || self === '/') continue;
    if (end === '') open.push(name);
    else expect(open.pop()).toBe(name);
  }
  expect(open).toEqual([]);
});

test('reportAsHtml() says what kind of run it was', () => {
  const as = (mode: 'drill' | 'by-hand') =>
    page(leakedKey().map((entry) => (entry.type === 'incident.opened' ? { ...entry, mode } : entry)));
  expect(as('drill')).toContain('<strong>This was a drill.</strong>');
  expect(as('by-hand')).toContain('<strong>Run by hand.</strong>');
});

test('reportAsHtml() warns when the approved hash is not the hash of the plan', () => {
  expect(page(everyEvent())).toContain('The plan in the journal has another hash');
  expect(page(leakedKey())).not.toContain('The plan in the journal has another hash');
});

test('tagsOf() would see an element or attribute too many', () => {
  expect(tagsOf('<p class="a">x</p>')).toEqual(['p class', '/p']);
  expect(tagsOf('<p class="a" onload="x"><b>x</p>')).toEqual(['p class onload', 'b', '/p']);
});

test('reportAsHtml() makes no element and no attribute of anything in a journal', () => {
  const harmless = tagsOf(page(toldWith(everyEvent(), 'x')));
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(tagsOf(page(toldWith(everyEvent(), text)))).toEqual(harmless);
    }),
    { numRuns: 60 },
  );
});

test('reportAsHtml() shows what is invisible', () => {
  const markup = page(toldWith(everyEvent(), 'a\u202eb\x1b[8m\u200b'));
  expect(['\u202e', '\x1b', '\u200b'].filter((hidden) => markup.includes(hidden))).toEqual([]);
  expect(markup).toContain('a&lt;U+202E&gt;b␛[8m&lt;U+200B&gt;');
});
