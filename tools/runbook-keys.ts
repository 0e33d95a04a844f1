import { FENCES, frontMatter } from '../packages/runbook/src/index.ts';

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

const BEGIN = '<!-- Written by tools/write-tables.ts. -->';
const END = '<!-- End of what is written. -->';

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
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) throw new RangeError(`Cannot find "${BEGIN}" and "${END}" in the page`);
  return `${page.slice(0, before + BEGIN.length)}\n\n${runbookKeys()}\n\n${page.slice(after)}`;
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
