import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ACTIONS } from '../actions.ts';
import { PHASES } from './advice-record.ts';
import { FACTS } from './fact.ts';
import { ADVICE_RECORD_SCHEMA, PERSISTENCE_SCHEMA, READY_POLICIES_SCHEMA } from './record-schema.ts';
import { ADVICE_RECORDS, PERSISTENCE_CHECKS } from './records.ts';
import { schemaFaults } from './schema-faults.ts';

const ROOM = join(import.meta.dirname, '../..');
const SQL = join(ROOM, '../../sql');
const read = (path: string): unknown => JSON.parse(readFileSync(join(ROOM, path), 'utf8'));
const jsonIn = (folder: string) => readdirSync(join(ROOM, folder)).filter((name) => name.endsWith('.json'));

test.each(jsonIn('advice'))('advice/%s fits its schema, and is in use under its name', (name) => {
  expect(schemaFaults(read(`advice/${name}`), ADVICE_RECORD_SCHEMA)).toEqual([]);
  expect(ADVICE_RECORDS.map(({ id }) => `${id}.json`)).toContain(name);
});

test.each([
  ['advice/checks/persistence.json', PERSISTENCE_SCHEMA],
  ['policies/about.json', READY_POLICIES_SCHEMA],
])('%s fits its schema', (path, schema) => {
  expect(schemaFaults(read(path), schema)).toEqual([]);
});

test('no two records or checks have one id', () => {
  for (const all of [ADVICE_RECORDS, PERSISTENCE_CHECKS])
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

describe.each(ADVICE_RECORDS.map((record) => [record.id, record] as const))('%s', (_, record) => {
  const { actions, signs, checks, refusal } = record;

  test('has its actions in the order of the phases', () => {
    const places = actions.map(({ phase }) => PHASES.indexOf(phase));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('gives actions of firebreak the target that they take, and names others otherwise', () => {
    for (const { action, by, target = {} } of actions) {
      const known = ACTIONS.find(({ name }) => name === action);
      if (by === 'hand') expect(known, `${action} exists now: let firebreak do it`).toBeUndefined();
      else expect(Object.keys(target).sort()).toEqual(Object.keys(known?.target ?? { missing: 1 }).sort());
    }
  });

  test('names facts that exist', () => {
    const targets = actions.flatMap(({ target = {} }) => Object.values(target));
    const used = [
      ...targets.filter((from) => !from.startsWith('=')),
      ...[...JSON.stringify(actions).matchAll(/\{([a-z-]+)\}/g)].map(([, name]) => name),
    ];
    expect(used.filter((name) => !(FACTS as readonly unknown[]).includes(name))).toEqual([]);
  });

  test('has regular expressions that can be read', () => {
    const likes = signs.flatMap(({ when }) =>
      when.flatMap((condition) => ('like' in condition ? [condition.like] : [])),
    );
    for (const like of likes) expect(() => new RegExp(like, 'u')).not.toThrow();
  });

  test('names checks that exist', () => {
    expect(checks.filter((id) => !PERSISTENCE_CHECKS.some((check) => check.id === id))).toEqual([]);
  });

  test('has something to do, or says why not', () => {
    expect(actions.length > 0 || refusal !== undefined).toBe(true);
  });
});

test.each(PERSISTENCE_CHECKS.map((check) => [check.id, check] as const))(
  'check %s is used, by saved queries that exist and get what they require',
  (id, { queries }) => {
    expect(ADVICE_RECORDS.some(({ checks }) => checks.includes(id))).toBe(true);
    for (const { name, with: given = {} } of queries) {
      const header = readFileSync(join(SQL, `${name}.sql`), 'utf8');
      const parameters = [...header.matchAll(/^-- parameter ([\w-]+): [\w-]+, (required|default)/gm)];
      const names = parameters.map(([, parameter]) => parameter);
      const required = parameters.filter(([, , how]) => how === 'required').map(([, parameter]) => parameter);
      expect(names).toEqual(expect.arrayContaining(Object.keys(given)));
      expect(Object.keys(given)).toEqual(expect.arrayContaining(required));
    }
  },
);
