import type { ConfigInput } from './config-schema.ts';

export type { ConfigInput } from './config-schema.ts';

/** The text of a `firebreak.yaml` with a comment above each key. It is not checked: read it back before it is kept. */
export async function configText(values: ConfigInput): Promise<string> {
  const { writeConfig } = await import('./write-config.ts');
  return writeConfig(values);
}

/** What is wrong with one entry, such as `eu-central` at `regions.home`; undefined when nothing is. */
export async function entryFault(path: string, value: string): Promise<string | undefined> {
  const { schemaAt } = await import('./schema-at.ts');
  return schemaAt(path.split('.'))?.safeParse(value).error?.issues[0]?.message;
}
