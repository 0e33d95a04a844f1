import { join } from 'node:path';
import { readSavedQueries, type SavedQuery, sqlTokens } from '@firebreak/athena';
import { FINDING_TYPES } from '@firebreak/guardduty';
import { expect, test } from 'vitest';
import { ROOT } from './program/run-program.ts';

const queries = [...(await readSavedQueries(join(ROOT, 'sql'))).values()];
const known = new Set(FINDING_TYPES.map(({ type }) => type));

/** The words of a statement with one space between them. */
function wordsOf({ sql }: SavedQuery): string {
  const words = sqlTokens(sql).filter(({ kind }) => kind !== 'space');
  return words.map(({ text }) => text.toLowerCase()).join(' ');
}

function times(text: string, part: string): number {
  return text.split(part).length - 1;
}

function has({ parameters }: SavedQuery, name: string): boolean {
  return parameters.some((parameter) => parameter.name === name);
}

test.each(queries.map((query) => [query.name, query] as const))(
  '%s limits every read of the table to its window and its scope',
  (_name, query) => {
    const words = wordsOf(query);
    const reads = times(words, 'from cloudtrail_logs') + times(words, 'join cloudtrail_logs');
    expect(times(words, 'cloudtrail_logs')).toBe(reads);
    expect(times(words, 'day between ? and ?')).toBeGreaterThanOrEqual(reads);
    const windows = words.match(/eventtime (?:between \S.{0,20} and \?|>= \? and eventtime < \?)/g) ?? [];
    expect(windows.length).toBeGreaterThanOrEqual(reads);
    for (const name of ['account', 'region'].filter((scope) => has(query, scope)))
      expect(times(words, `( ? = 'any' or ${name} = ? )`), name).toBe(reads);
  },
);

test.each(queries.map((query) => [query.name, query] as const))(
  '%s serves findings that exist',
  (_name, query) => {
    expect(query.findingTypes.filter((type) => !known.has(type))).toEqual([]);
  },
);
