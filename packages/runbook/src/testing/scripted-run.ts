import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Api } from '@firebreak/aws';
import { ACTIONS } from '@firebreak/containment';
import { type Finding, parseFindings } from '@firebreak/guardduty';
import { Incident, type JournalEntry } from '@firebreak/incident';
import { openRun } from '../engine/open-run.ts';
import type { Logs } from '../engine/run-context.ts';
import { runRunbook } from '../engine/run-runbook.ts';
import { undoContainments } from '../engine/undo-containments.ts';
import { lintRunbook } from '../format/lint-runbook.ts';
import type { Answer, Prompt, RunEnd } from '../prompt.ts';

const HEAD = 'runbook: 1\nseverity: P1\nreviewed: 2026-09-30\n';
const INPUTS = 'inputs: { key: { type: access-key-id, ask: Which key? } }\n';

export interface ScriptedRun {
  /** The runbook below its head and title. */
  readonly steps: string;
  readonly api: Api | 'by-hand';
  /** Answers in order; the kinds of the prompts they answer are in the result. */
  readonly answers: readonly Answer[];
  readonly finding?: object;
  readonly logs?: Logs;
  /** Whether the runbook has an input that the finding does not give. */
  readonly inputs?: boolean;
  readonly thenUndo?: boolean;
}

export interface Played {
  readonly end: RunEnd;
  readonly prompts: readonly Prompt[];
  readonly entries: readonly JournalEntry[];
  /** The titles of what was undone at the end. */
  readonly undone: readonly string[];
}

/** Walks through a small runbook with answers that were written beforehand, in a folder of its own. */
export async function playScript({
  steps,
  api,
  answers,
  finding,
  logs,
  ...more
}: ScriptedRun): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), 'firebreak-run-'));
  const queue = [...answers];
  const prompts: Prompt[] = [];
  const clock = () => new Date('2026-09-14T09:30:00Z');
  try {
    using incident = Incident.open(join(folder, 'incident'), { clock });
    const context = {
      runbook: runbookOf(`---\n${HEAD}${more.inputs ? INPUTS : ''}---\n# Test\n${steps}`),
      finding: findingOf(finding ?? {}),
      incident,
      api,
      logs,
      clock,
      responder: 'alice',
      rereadAfter: [1],
      signal: new AbortController().signal,
      frontEnd: {
        async ask(prompt: Prompt): Promise<Answer> {
          prompts.push(prompt);
          return queue.shift() ?? { kind: 'stop' };
        },
        tell: () => undefined,
      },
    };
    const opened = await openRun(context, { id: 'test', mode: 'drill', findingText: '{}' });
    const end = opened === 'stopped' ? opened : await runRunbook(context);
    const undone = more.thenUndo && api !== 'by-hand' ? await undoAll(incident, api) : [];
    return { end, prompts, entries: [...incident.entries], undone };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function undoAll(incident: Incident, api: Api): Promise<readonly string[]> {
  const { undone } = await undoContainments({
    incident,
    api,
    by: 'alice',
    force: true,
    confirm: async () => true,
  });
  return undone;
}

function runbookOf(text: string) {
  const actions = new Map(
    ACTIONS.map(({ name, target }) => [
      name,
      Object.keys(target).map((field) => ({ name: field, required: true })),
    ]),
  );
  const queries = new Map([['key-activity', [{ name: 'access-key', required: true }]]]);
  const { runbook, messages } = lintRunbook(text, 'test.md', { actions, queries }, new Date('2026-10-01'));
  if (runbook === undefined) throw new TypeError(`Cannot use the script: ${JSON.stringify(messages)}`);
  return runbook;
}

function findingOf(fields: object): Finding {
  const finding = {
    id: 'f',
    type: 'Discovery:IAMUser/AnomalousBehavior',
    severity: 5,
    accountId: '111111111111',
    ...fields,
  };
  const [parsed] = parseFindings(JSON.stringify(finding), 'finding.json');
  if (parsed === undefined) throw new TypeError('Cannot use the script: no finding');
  return parsed;
}
