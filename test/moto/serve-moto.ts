import type { TestProject } from 'vitest/node';
import { startMoto } from './start-moto.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where moto listens; null when it could not be started and its tests are skipped. */
    motoUrl: string | null;
  }
}

/** Starts one moto for all test files, and stops it after the last. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const say = (line: string) => process.stdout.write(`moto: ${line}\n`);
  const moto = await startMoto(say);
  if ('missing' in moto) {
    say(`skipped, because ${moto.missing}`);
    provide('motoUrl', null);
    return async () => undefined;
  }
  provide('motoUrl', moto.url);
  return () => moto.stop();
}
