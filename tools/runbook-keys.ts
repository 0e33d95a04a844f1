import { FENCES, frontMatter } from '../packages/runbook/src/index.ts';
import { replacedBetweenMarks } from './replaced-between-marks.ts';

interface Property {
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly additionalProperties?: JsonSchema | boolean;
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
}

/** The keys of a runbook's head and of each step fence, as Markdown tables. */
export function runbookKeys(): string {
  const head = frontMatter.toJSONSchema({ io: 'input' }) as JsonSchema;
  const input = head.properties?.['inputs']?.additionalProperties;
  const parts = [
    '### Head',
    keyTable(head),
    'Each of `inputs` has a name, and below it:',
    keyTable(typeof input === 'object' ? input : {}),
    ...Object.entries(FENCES).flatMap(([kind, fence]) => [
      `### ${kind}`,
      keyTable(fence.toJSONSchema({ io: 'input' }) as JsonSchema),
    ]),
  ];
  return parts.join('\n\n');
}

/** A page with what stands between its marks replaced. */
export function withRunbookKeys(page: string): string {
  return replacedBetweenMarks(page, runbookKeys());
}

function keyTable({ properties = {}, required = [] }: JsonSchema): string {
  const rows = Object.entries(properties).map(
    ([key, property]) =>
      `| \`${key}\` | ${required.includes(key) ? 'yes' : 'no'} | ${formOf(property)} | ${property.description ?? ''} |`,
  );
  return ['| key | required | form | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

function formOf({ type, const: only, enum: words }: Property): string {
  if (only !== undefined) return `\`${String(only)}\``;
  if (words !== undefined) return words.map((word) => `\`${String(word)}\``).join(', ');
  return { array: 'list', object: 'mapping' }[type ?? ''] ?? 'text';
}
