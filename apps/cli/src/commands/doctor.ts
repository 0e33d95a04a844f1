import { styleText } from 'node:util';
import { currentConfig } from '../config/current-config.ts';
import { allChecks } from '../doctor/all-checks.ts';
import { type CheckState, runChecks } from '../doctor/check.ts';
import { doctorLines } from '../doctor/doctor-lines.ts';
import { leastPolicy } from '../doctor/policies.ts';
import { EXIT } from '../exit-codes.ts';
import { onLeaving } from '../interrupt.ts';
import { jsonText } from '../json/json-text.ts';
import { progressOnTerminal } from '../lineage/progress.ts';
import { plainWidth } from '../plain/wrapped.ts';

export interface DoctorFlags {
  readonly profile?: string;
  readonly json?: boolean;
  /** Print this least policy instead. */
  readonly policy?: string;
  readonly trusted?: string;
}

/** Checks everything that an incident will need, or prints a least policy. */
export async function doctorCommand({ policy, trusted, profile, json }: DoctorFlags): Promise<number> {
  if (policy !== undefined) {
    const document = leastPolicy(policy, { config: (await currentConfig())?.config, trusted });
    say(jsonText(document, 2));
    return EXIT.done;
  }
  const { signal, release } = onLeaving();
  const progress = progressOnTerminal();
  try {
    const { first, planned } = await allChecks(profile);
    const rest = await runChecks(planned, signal, (done, total) =>
      progress.show(`${done} of ${total} checks`),
    );
    progress.clear();
    const checks = [first, ...rest];
    if (json) for (const check of checks) say(jsonText(check));
    else for (const line of doctorLines(checks, plainWidth(), painted)) say(line);
    return checks.some(({ state }) => state === 'missing') ? EXIT.failed : EXIT.done;
  } finally {
    progress.clear();
    release();
  }
}

const COLOURS = { ok: 'green', warning: 'yellow', missing: 'red', skipped: 'dim' } as const;

function painted(state: CheckState, word: string): string {
  return styleText(COLOURS[state], word, { stream: process.stdout });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
