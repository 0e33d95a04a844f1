import type { FirebreakConfig, FoundConfig } from '@firebreak/aws';

let named: string | undefined;

/** Takes the file of `--config`, which every command understands. */
export function nameConfig(file: string): void {
  named = file;
}

/**
 * The configuration that was named, or the nearest one; undefined when there is none.
 *
 * @throws {ConfigMissing}, {ConfigInvalid} when it cannot be used.
 */
export async function currentConfig(): Promise<FoundConfig | undefined> {
  const { findConfig } = await import('@firebreak/aws');
  return findConfig({ file: named });
}

/** What the configuration says, where a flag may say it instead. */
export async function configured(): Promise<Partial<FirebreakConfig>> {
  return (await currentConfig())?.config ?? {};
}
