import { CONFIG_SCHEMA } from '../packages/aws/src/config/config-schema.ts';
import { replacedBetweenMarks } from './replaced-between-marks.ts';

interface Property {
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
  readonly items?: Property;
}

/** The keys of `firebreak.yaml` as one Markdown table; a key inside of another is named by its path. */
export function configKeys(): string {
  const rows = rowsOf(CONFIG_SCHEMA.toJSONSchema({ io: 'input' }) as Property, '');
  return ['| key | required | form | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

/** A page with what stands between its marks replaced. */
export function withConfigKeys(page: string): string {
  return replacedBetweenMarks(page, configKeys());
}

function rowsOf({ properties = {}, required = [] }: Property, path: string): string[] {
  return Object.entries(properties).flatMap(([key, property]) => {
    const name = `${path}${key}`;
    const need = required.includes(key) ? 'yes' : 'no';
    const row = `| \`${name}\` | ${need} | ${formOf(property)} | ${property.description ?? ''} |`;
    const inner = property.items?.properties === undefined ? property : property.items;
    return [row, ...rowsOf(inner, inner === property ? `${name}.` : `${name}[].`)];
  });
}

function formOf({ type, const: only }: Property): string {
  if (only !== undefined) return `\`${String(only)}\``;
  return { array: 'list', object: 'mapping', boolean: '`true` or `false`' }[type ?? ''] ?? 'text';
}
