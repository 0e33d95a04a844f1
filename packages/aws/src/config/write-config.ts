import type { z } from 'zod';
import { CONFIG_SCHEMA, type ConfigInput } from './config-schema.ts';
import { itemOf, keysOf } from './schema-at.ts';

const HEAD = `# firebreak.yaml: how firebreak reaches the AWS accounts. docs/configuration.md explains it.
# It holds no secret, so it may be kept with the code. Check it: firebreak doctor`;
const WIDTH = 100;

/** The text of a configuration: each key with its meaning above it, and what is not set as a comment. */
export function writeConfig(values: ConfigInput): string {
  return `${HEAD}\n\n${mapping(CONFIG_SCHEMA, values, '').join('\n')}\n`;
}

function mapping(schema: z.ZodType, values: object, indent: string): string[] {
  return keysOf(schema).flatMap(([key, entry]) => {
    const value = (values as Readonly<Record<string, unknown>>)[key];
    const meaning = entry.description ?? '';
    if (value === undefined) return comment(`${key}: not set. ${meaning}`, indent);
    return [...comment(meaning, indent), ...written(key, value, entry, indent)];
  });
}

function written(key: string, value: unknown, schema: z.ZodType, indent: string): string[] {
  const item = itemOf(schema);
  if (Array.isArray(value) && item !== undefined && keysOf(item).length > 0)
    return [`${indent}${key}:`, ...value.flatMap((one: object) => listItem(item, one, `${indent}  `))];
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return [`${indent}${key}:`, ...mapping(schema, value, `${indent}  `)];
  return [`${indent}${key}: ${scalar(value)}`];
}

/** An item on one line: what its keys mean stands in the page, and accounts may be many. */
function listItem(schema: z.ZodType, values: object, indent: string): string[] {
  const entries = keysOf(schema).flatMap(([key]) => {
    const value = (values as Readonly<Record<string, unknown>>)[key];
    return value === undefined ? [] : [`${key}: ${scalar(value)}`];
  });
  return [`${indent}- { ${entries.join(', ')} }`];
}

/** Words that YAML reads as something else than text, in one version or the other. */
const NO_TEXT = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
const PLAIN = /^[A-Za-z][\w./-]*(?::\/\/[\w./-]+)?$/;

/** Text in quotes unless it is plain. JSON is YAML. */
function scalar(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(scalar).join(', ')}]`;
  return typeof value === 'string' && PLAIN.test(value) && !NO_TEXT.test(value)
    ? value
    : JSON.stringify(value);
}

function comment(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = `${indent}#`;
  for (const word of text.split(/\s+/)) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `${indent}#`;
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
