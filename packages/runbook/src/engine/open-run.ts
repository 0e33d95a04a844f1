import type { Finding } from '@firebreak/guardduty';
import { type FindingSummary, type Incident, type IncidentOpened, sha256 } from '@firebreak/incident';
import { RunbookChanged } from '../errors.ts';
import { evaluate } from '../format/expression.ts';
import type { ValueType } from '../format/front-matter.ts';
import type { Runbook } from '../format/runbook.ts';
import { askFor } from '../steps/ask-step.ts';
import type { RunContext } from './run-context.ts';
import { Skipped, StepRun, Stopped } from './step-run.ts';

export interface OpenRun {
  readonly id: string;
  readonly mode: IncidentOpened['mode'];
  /** The finding as it was delivered; it becomes evidence. */
  readonly findingText: string | Uint8Array;
}

/**
 * Begins an incident, or takes up one that was begun: the finding and the runbook become evidence, and the runbook's
 * inputs are taken from the finding or asked for.
 *
 * @returns `stopped` when the responder left at a question for an input.
 * @throws {RunbookChanged} when the runbook is not the one that the incident was begun with.
 */
export async function openRun(
  context: RunContext,
  { id, mode, findingText }: OpenRun,
): Promise<'opened' | 'stopped'> {
  const { incident, runbook, finding, responder, logs } = context;
  const hash = sha256(runbook.text);
  if (incident.state.opened === undefined) {
    await incident.record({
      type: 'incident.opened',
      incident: id,
      title: finding.title,
      responder,
      mode,
      finding: summaryOf(finding),
      runbook: { id: runbook.id, title: runbook.title, sha256: hash },
      ...(logs === undefined ? {} : { logs: logs.description }),
    });
  } else {
    refuseOtherRunbook(incident.state.opened, runbook, hash);
    await incident.record({ type: 'incident.resumed', by: responder });
  }
  // A run that was killed right after it had begun has no evidence yet.
  await keepOnce(incident, 'finding.json', findingText, 'The finding, as it was delivered');
  await keepOnce(incident, `runbook-${runbook.id}.md`, runbook.text, 'The runbook, as it was followed');
  try {
    await setInputs(context);
    return 'opened';
  } catch (error) {
    if (error instanceof Stopped) return 'stopped';
    throw error;
  }
}

async function keepOnce(
  incident: Incident,
  name: string,
  content: string | Uint8Array,
  what: string,
): Promise<void> {
  const isKept = incident.entries.some((entry) => entry.type === 'evidence.stored' && entry.what === what);
  if (!isKept) await incident.keep({ step: null, name, content, what });
}

async function setInputs(context: RunContext): Promise<void> {
  const { incident, runbook, finding } = context;
  const [first] = runbook.steps;
  if (first === undefined) return;
  const run = new StepRun(
    { ...first, fence: undefined, prose: runbook.intro, title: runbook.title },
    context,
  );
  for (const [name, { type, ask, from }] of Object.entries(runbook.inputs)) {
    if (Object.hasOwn(incident.state.variables, name)) continue;
    const found = from === undefined ? null : evaluate(from, { finding: { ...finding, raw: undefined } });
    const value = isPlausible(found) ? found : await askUnlessSkipped(run, ask, type);
    await incident.record({ type: 'variable.set', step: null, name, value });
  }
}

/** A finding is taken at its word as long as that is a word: the trace says what the logs know of it. */
function isPlausible(found: unknown): found is string {
  return typeof found === 'string' && /^[\w+=,.@:/-]{1,128}$/.test(found);
}

/** Nothing when the responder does not know either; steps that need it then say so. */
async function askUnlessSkipped(run: StepRun, question: string, type: ValueType): Promise<string | null> {
  try {
    return await askFor(run, question, type);
  } catch (error) {
    if (error instanceof Skipped) return null;
    throw error;
  }
}

function refuseOtherRunbook(opened: IncidentOpened, runbook: Runbook, hash: string): void {
  if (opened.runbook.id === runbook.id && opened.runbook.sha256 === hash) return;
  throw new RunbookChanged(
    `Cannot resume: the incident was begun with ${opened.runbook.id} (${opened.runbook.sha256.slice(0, 12)}), and this is ${runbook.id} (${hash.slice(0, 12)})`,
    {
      where: runbook.path,
      remedy: 'Compare it with the copy among the evidence. To follow the new one, begin again with --new.',
    },
  );
}

function summaryOf(finding: Finding): FindingSummary {
  const { id, type, title, severity, credential, remote, sample } = finding;
  return {
    id,
    type: type.name,
    title,
    severity,
    account: finding.accountId ?? null,
    region: finding.region ?? null,
    firstSeen: finding.firstSeen ?? null,
    lastSeen: finding.lastSeen ?? null,
    accessKeyId: credential?.accessKeyId ?? null,
    principal: credential?.userName ?? credential?.principalId ?? null,
    remoteAddress: remote?.ip ?? null,
    sample,
  };
}
