import { LogUnreadable, traceKey } from '@firebreak/cloudtrail';
import { type Advice, type AdviceInput, advise } from '@firebreak/containment';
import type { Finding } from '@firebreak/guardduty';
import { adviceLines } from '../contain/advice-lines.ts';
import { findingOf } from '../contain/finding-of.ts';
import { shellLine } from '../contain/shell-line.ts';
import { UsageProblem } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import { onLeaving } from '../interrupt.ts';
import { jsonText } from '../json/json-text.ts';
import { type OpenedSource, openLineageSource, type SourceFlags } from '../lineage/open-lineage-source.ts';
import { progressOnTerminal } from '../lineage/progress.ts';
import { plainWidth } from '../plain/wrapped.ts';
import { printProblem } from '../print-problem.ts';

export interface AdviseFlags extends SourceFlags {
  /** A file of findings, or `-`. */
  readonly finding?: string;
  /** Which finding, when the file holds several. */
  readonly id?: string;
  readonly key?: string;
  readonly json?: boolean;
}

const KEY_ID = /^(AKIA|ASIA|ABIA|ACCA)\w{12,124}$/;
const WIDTH = 80;

/**
 * What to do about the credential of a finding, or about a key, in order; traced first when there are logs to ask.
 * Nothing is changed. The exit code says whether firebreak can do at least one of the steps, and refuses none.
 */
export async function adviseCommand({
  finding: file,
  id,
  key,
  json,
  ...flags
}: AdviseFlags): Promise<number> {
  if ((file === undefined) === (key === undefined))
    throw cannot('give either a finding or a key', 'Give --finding FILE or --key KEY, and not both.');
  if (key !== undefined && !KEY_ID.test(key))
    throw cannot(
      `"${key.slice(0, 128)}" is no access key id`,
      'Give the id of a key, such as AKIA… or ASIA…, of at least 16 letters and digits.',
    );
  const finding = file === undefined ? undefined : await findingOf(file, id);
  const known: AdviceInput = {
    ...(finding === undefined ? {} : { finding }),
    ...(key === undefined ? {} : { key }),
  };
  const isAsked = flags.logs !== undefined || flags.lookup === true || flags.athena === true;
  if (!isAsked || finding?.sample === true) return print(advise(known), { json, logs: flags.logs });
  const asked = key ?? keyOf(finding);
  if (asked === undefined) return print(withoutKey(advise(known)), { json, logs: flags.logs });
  return traced(asked, known, flags, json);
}

async function traced(key: string, known: AdviceInput, flags: SourceFlags, json?: boolean): Promise<number> {
  const { signal, release } = onLeaving();
  const progress = progressOnTerminal();
  let opened: OpenedSource | undefined;
  try {
    opened = await openLineageSource(key, flags, { signal, onProgress: progress.show });
    const lineage = await traceKey(key, opened.source);
    progress.clear();
    const code = print(advise({ ...known, lineage }), { json, logs: flags.logs });
    if (opened.problem === undefined) return code;
    printProblem(opened.problem);
    return EXIT.failed;
  } catch (error) {
    progress.clear();
    if (!(error instanceof LogUnreadable)) throw error;
    printProblem(error);
    return EXIT.failed;
  } finally {
    await opened?.close?.();
    release();
  }
}

interface Shown {
  readonly json: boolean | undefined;
  readonly logs: string | undefined;
}

function print(advice: Advice, { json, logs }: Shown): number {
  const { refusals, steps } = advice;
  const withLines = {
    ...advice,
    steps: steps.map((step) => ({ ...step, commands: step.byHand.map(shellLine) })),
  };
  const width = Math.min(WIDTH, plainWidth());
  const lines = json
    ? [jsonText(withLines)]
    : adviceLines(advice, logs === undefined ? { width } : { width, logs });
  process.stdout.write(`${lines.join('\n')}\n`);
  const canBegin = steps.some(({ available }) => available);
  return refusals.length === 0 && canBegin ? EXIT.done : EXIT.needsHuman;
}

function keyOf(finding: Finding | undefined): string | undefined {
  const key = finding?.credential?.accessKeyId;
  return key !== undefined && KEY_ID.test(key) ? key : undefined;
}

function withoutKey(advice: Advice): Advice {
  const question = {
    what: 'The finding names no access key, so nothing was traced.',
    how: 'Find the key in CloudTrail, or choose an actor of the sequence, and give --key instead of --finding.',
    command: null,
  };
  return { ...advice, open: [question, ...advice.open] };
}

function cannot(what: string, remedy: string): UsageProblem {
  return new UsageProblem(`Cannot advise: ${what}`, { remedy });
}
