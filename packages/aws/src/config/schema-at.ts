import { z } from 'zod';
import { CONFIG_SCHEMA } from './config-schema.ts';

/** The schema of an entry by its path, as it is written; undefined when there is no such entry. */
export function schemaAt(path: readonly PropertyKey[]): z.ZodType | undefined {
  let here: unknown = CONFIG_SCHEMA;
  for (const key of path) {
    const around = unwrapped(here);
    if (around instanceof z.ZodArray) here = around.element;
    else here = around instanceof z.ZodObject ? around.shape[String(key)] : undefined;
  }
  return here instanceof z.ZodType ? here : undefined;
}

/** A mapping's keys and their schemas; none for anything else. */
export function keysOf(schema: z.ZodType | undefined): [key: string, schema: z.ZodType][] {
  const plain = unwrapped(schema);
  return plain instanceof z.ZodObject ? (Object.entries(plain.shape) as [string, z.ZodType][]) : [];
}

/** The schema of a list's items; undefined for anything else. */
export function itemOf(schema: z.ZodType): z.ZodType | undefined {
  const plain = unwrapped(schema);
  return plain instanceof z.ZodArray ? (plain.element as z.ZodType) : undefined;
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? unwrapped(schema.unwrap())
    : schema;
}
