import type { Schema } from './record-schema.ts';

/** What in a JSON value does not fit its schema, each as `path: why`; none when it fits. */
export function schemaFaults(value: unknown, schema: Schema, path = '$'): string[] {
  if (schema.anyOf !== undefined) {
    const all = schema.anyOf.map((one) => schemaFaults(value, one, path));
    return all.some((faults) => faults.length === 0) ? [] : shortest(all);
  }
  if (schema.type !== undefined && kindOf(value) !== schema.type)
    return [`${path}: has to be ${schema.type === 'string' ? 'a' : 'an'} ${schema.type}`];
  if (schema.enum !== undefined && !schema.enum.some((one) => one === value))
    return [`${path}: has to be one of ${schema.enum.join(', ')}`];
  if (typeof value === 'string') return stringFaults(value, schema, path);
  if (Array.isArray(value)) return listFaults(value, schema, path);
  return kindOf(value) === 'object' ? objectFaults(value as Record<string, unknown>, schema, path) : [];
}

function stringFaults(value: string, { pattern }: Schema, path: string): string[] {
  if (pattern === undefined || new RegExp(pattern, 'su').test(value)) return [];
  return [`${path}: has to match ${pattern}`];
}

function listFaults(values: readonly unknown[], { items, minItems = 0 }: Schema, path: string): string[] {
  const few = values.length < minItems ? [`${path}: has to have ${minItems} or more`] : [];
  if (items === undefined) return few;
  return [...few, ...values.flatMap((value, index) => schemaFaults(value, items, `${path}[${index}]`))];
}

function objectFaults(value: Record<string, unknown>, schema: Schema, path: string): string[] {
  const { properties = {}, required = [], additionalProperties } = schema;
  const missing = required.filter((name) => !Object.hasOwn(value, name));
  return [
    ...missing.map((name) => `${path}: "${name}" is missing`),
    ...Object.entries(value).flatMap(([name, member]) => {
      const of = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
      if (of === false) return [`${path}: unknown key "${name}"`];
      return of === undefined ? [] : schemaFaults(member, of, `${path}.${name}`);
    }),
  ];
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function shortest(all: readonly string[][]): string[] {
  return all.reduce((best, one) => (one.length < best.length ? one : best));
}
