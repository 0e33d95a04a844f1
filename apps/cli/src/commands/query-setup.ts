import {
  type AthenaEngine,
  applySetup,
  planSetup,
  readCatalog,
  readTableFiles,
  type SetupPlan,
  type SetupRequest,
} from '@firebreak/athena';
import { type FirebreakConfig, regionsOf } from '@firebreak/aws';
import { safeText } from '@firebreak/untrusted';
import { configured } from '../config/current-config.ts';
import { TABLES } from '../content.ts';
import { UsageProblem } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import { onLeaving } from '../interrupt.ts';
import { jsonText } from '../json/json-text.ts';
import { LineReader } from '../plain/line-reader.ts';
import { type EngineFlags, openCentral } from '../query/engine-flags.ts';

export interface SetupFlags extends EngineFlags {
  readonly bucket?: string;
  readonly prefix?: string;
  readonly organisation?: string;
  readonly accounts?: string;
  readonly regions?: string;
  readonly since?: string;
  readonly tables: string;
  readonly yes?: boolean;
  readonly print?: boolean;
  readonly json?: boolean;
}

const NOTHING_THERE = { database: false, tables: new Map() };

/** Plans the tables that saved queries read, shows the statements, and makes them once somebody said yes. */
export async function setupCommand(flags: SetupFlags): Promise<number> {
  const request = requestOf(flags, await configured());
  const files = await readTableFiles(TABLES);
  // Wrong values are said before AWS is asked for anything.
  const fresh = planSetup(request, files, NOTHING_THERE);
  if (flags.print) return shown(fresh, flags, EXIT.done);
  const { signal, release } = onLeaving();
  let engine: AthenaEngine | undefined;
  try {
    engine = await openCentral(flags, signal);
    const tables = request.tables.map(({ name }) => name);
    const current = await readCatalog(engine, { database: request.database, tables }, signal);
    const plan = planSetup(request, files, current);
    shown(plan, flags, EXIT.done);
    if (plan.steps.length === 0) return EXIT.done;
    if (!flags.yes && !(await confirmed(signal))) {
      say('Nothing was made.');
      return EXIT.needsHuman;
    }
    await applySetup(plan, engine, { signal, onStep: ({ says }) => say(`… ${safeText(says)}`) });
    say('Done. Try it: firebreak query run root-activity --athena');
    return EXIT.done;
  } finally {
    await engine?.close();
    release();
  }
}

/** What the flags say, and the configuration where they say nothing. */
function requestOf(flags: SetupFlags, config: Partial<FirebreakConfig>): SetupRequest {
  const { logs } = config;
  const bucket = flags.bucket ?? logs?.bucket;
  const prefix = flags.prefix ?? (flags.bucket === undefined ? logs?.prefix : undefined);
  const organisation = flags.organisation ?? config.organisation?.id;
  const since = flags.since ?? logs?.since;
  const accounts =
    flags.accounts === undefined
      ? config.accounts?.map(({ id }) => id)
      : listOf(flags.accounts, '--accounts');
  const regions =
    flags.regions === undefined
      ? config.regions && regionsOf({ regions: config.regions })
      : listOf(flags.regions, '--regions');
  if (bucket === undefined) throw notSaid('--bucket', 'logs.bucket');
  if (accounts === undefined) throw notSaid('--accounts', 'accounts');
  if (regions === undefined) throw notSaid('--regions', 'regions');
  if (since === undefined) throw notSaid('--since', 'logs.since');
  return {
    database: flags.database ?? config.athena?.database ?? 'firebreak',
    accounts,
    regions,
    since,
    ...(organisation === undefined ? {} : { organisation }),
    tables: listOf(flags.tables, '--tables').map((name) => ({
      name,
      bucket,
      ...(prefix === undefined ? {} : { prefix }),
    })),
  };
}

function notSaid(flag: string, key: string): UsageProblem {
  return new UsageProblem(`Cannot set up tables: ${flag} is missing`, {
    remedy: `Give ${flag}, or write "${key}" into firebreak.yaml.`,
  });
}

function listOf(text: string, flag: string): string[] {
  const items = text.split(',').map((item) => item.trim());
  if (items.every((item) => item !== '')) return items;
  throw new UsageProblem(`Cannot set up tables: ${flag} is no list`, {
    remedy: `Write ${flag} with commas between the items.`,
  });
}

function shown(plan: SetupPlan, { json }: SetupFlags, exit: number): number {
  if (json) {
    say(jsonText({ database: plan.database, kept: plan.kept, steps: plan.steps }));
    return exit;
  }
  for (const name of plan.kept) say(`as it should be  ${safeText(name)}`);
  for (const { says, statements } of plan.steps) {
    say(`\n${safeText(says)}\n`);
    for (const statement of statements) say(`${safeText(statement.trimEnd(), 'lines')};\n`);
  }
  return exit;
}

async function confirmed(signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const reader = new LineReader();
  try {
    say('Make this in AWS? Type yes:');
    return (await reader.next(signal))?.trim() === 'yes';
  } finally {
    reader.close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
