import { expect, test } from 'vitest';
import { ADVICE_RECORD_SCHEMA, PERSISTENCE_SCHEMA, READY_POLICIES_SCHEMA } from './record-schema.ts';
import { ADVICE_RECORDS } from './records.ts';
import { schemaFaults } from './schema-faults.ts';

const [, , record] = ADVICE_RECORDS;

test.each([
  [{ ...record, cannot: undefined }, '$.cannot: has to be an array'],
  [{ ...record, colour: 'red' }, '$: unknown key "colour"'],
  [{ ...record, id: 'Not An Id' }, '$.id: has to match'],
  [{ ...record, cannot: [] }, '$.cannot: has to have 1 or more'],
  [{ ...record, cannot: ['no full stop'] }, '$.cannot[0]: has to match'],
  [{ ...record, signs: [{ why: 'x', when: [{ fact: 'colour', is: ['red'] }] }] }, '$.signs[0].when[0].fact'],
  [{ ...record, signs: [{ why: 'x', when: [{ fact: 'role' }] }] }, '$.signs[0].when[0]: "is" is missing'],
  [[], '$: has to be an object'],
  [null, '$: has to be an object'],
])('%j: %s', (value, fault) => {
  expect(schemaFaults(value, ADVICE_RECORD_SCHEMA).join('\n')).toContain(fault);
});

/** A keyword that the editor knows and the check does not would be a rule that nobody keeps. */
test('the schemas use only what the check understands', () => {
  const known = [
    'type',
    'description',
    'properties',
    'required',
    'additionalProperties',
    'items',
    'minItems',
    'enum',
    'pattern',
    'anyOf',
  ];
  const unknown = new Set<string>();
  const walk = (schema: Record<string, unknown>): void => {
    for (const name of Object.keys(schema)) if (!known.includes(name)) unknown.add(name);
    const { properties = {}, items, anyOf = [], additionalProperties } = schema;
    for (const below of [
      ...Object.values(properties as object),
      items,
      ...(anyOf as unknown[]),
      additionalProperties,
    ])
      if (typeof below === 'object' && below !== null) walk(below as Record<string, unknown>);
  };
  for (const schema of [ADVICE_RECORD_SCHEMA, PERSISTENCE_SCHEMA, READY_POLICIES_SCHEMA]) walk({ ...schema });
  expect([...unknown]).toEqual([]);
});
