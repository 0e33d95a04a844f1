import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Api,
  type ApiAnswer,
  type ApiCall,
  callerIdentity,
  OPERATIONS,
  OutcomeUnknown,
  operationName,
  sdkApi,
} from '@firebreak/aws';
import { openDrill } from '@firebreak/drill';
import { parseFindings } from '@firebreak/guardduty';
import { Incident, type JournalEntry } from '@firebreak/incident';
import { type FrontEnd, openRun, type RunEnd, runRunbook } from '@firebreak/runbook';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allRunbooks } from '../apps/cli/src/content.ts';
import { type OpenedLogs, openLogs } from '../apps/cli/src/incident/open-logs.ts';
import { recommendedAnswer } from '../apps/cli/src/plain/recommended-answer.ts';
import { accountIn, changesIn, SCENARIOS, withoutNames } from './program/drill-account.ts';
import { someOf } from './program/some-of.ts';

/** Stands for the machine losing power: nothing that comes after it happens. */
class PowerCut extends Error {}

const CHANGES = ['iam:PutUserPolicy', 'iam:UpdateAccessKey', 'iam:PutRolePolicy'];
let folder: string;
let logs: OpenedLogs;
let whole: unknown;
let events: readonly JournalEntry[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'firebreak-resume-'));
  const drill = await openDrill({
    scenario: 'leaked-access-key',
    scenariosFolder: SCENARIOS,
    folder: join(folder, 'logs'),
  });
  logs = await openLogs(drill.logsPath);
  await drill.close();
  const incident = join(folder, 'whole');
  ({ events } = await play(incident, {}));
  whole = withoutNames(await accountIn(incident));
});
afterAll(async () => {
  await logs.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Faults {
  readonly onEvent?: (entry: JournalEntry) => void;
  readonly around?: (call: ApiCall, send: () => Promise<ApiAnswer>) => Promise<ApiAnswer>;
  readonly answer?: FrontEnd['ask'];
}

async function play(
  path: string,
  { onEvent, around, answer }: Faults,
): Promise<{ end: RunEnd; events: readonly JournalEntry[] }> {
  const drill = await openDrill({
    scenario: 'leaked-access-key',
    scenariosFolder: SCENARIOS,
    folder: join(path, 'drill'),
  });
  const sdk = sdkApi(drill.clients, await callerIdentity(drill.clients));
  const api: Api =
    around === undefined ? sdk : { call: (call, options) => around(call, () => sdk.call(call, options)) };
  const [runbook] = (await allRunbooks()).filter(({ id }) => id === 'compromised-access-key');
  const findingText = '{}';
  const [finding] = parseFindings(await readFinding(drill.findingPath), drill.findingPath);
  if (runbook === undefined || finding === undefined)
    throw new TypeError('Cannot play: runbook or finding is missing');
  const ask: FrontEnd['ask'] = answer ?? (async (prompt) => recommendedAnswer(prompt).answer);
  const frontEnd: FrontEnd = { ask, tell: () => undefined };
  using incident = Incident.open(path, { clock: drill.clock, onEvent: (entry) => onEvent?.(entry) });
  const signal = new AbortController().signal;
  const context = {
    runbook,
    finding,
    incident,
    api,
    logs,
    frontEnd,
    clock: drill.clock,
    signal,
    responder: 'alice',
  };
  try {
    await openRun(context, { id: 'incident', mode: 'drill', findingText });
    return { end: await runRunbook(context), events: incident.entries };
  } finally {
    await drill.close();
  }
}

async function readFinding(path: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(path, 'utf8');
}

async function expectWhole(path: string, end: RunEnd): Promise<void> {
  expect(end).toBe('done');
  expect(changesIn(path)).toEqual(CHANGES);
  expect(withoutNames(await accountIn(path))).toEqual(whole);
}

test('power is cut after any line about a containment: going on repeats nothing and ends the same', {
  timeout: 120_000,
}, async () => {
  const lines = events.filter(({ type }) => /^(containment|call)\./.test(type)).map(({ seq }) => seq);
  expect(lines.length).toBeGreaterThanOrEqual(15);
  for (const line of someOf(lines, 6)) {
    const path = join(folder, `line-${line}`);
    const cut = play(path, {
      onEvent: ({ seq }) => {
        if (seq === line) throw new PowerCut();
      },
    });
    await expect(cut).rejects.toBeInstanceOf(PowerCut);
    await expectWhole(path, (await play(path, {})).end);
  }
});

test.each(['before it is sent', 'after it took effect'])(
  'power is cut at each changing call, %s',
  async (moment) => {
    for (const name of CHANGES) {
      const path = join(folder, `${name}-${moment}`.replace(/\W/g, '-'));
      const cut = play(path, {
        around: async (call, send) => {
          if (operationName(call) !== name) return send();
          if (moment === 'after it took effect') await send();
          throw new PowerCut();
        },
      });
      await expect(cut).rejects.toBeInstanceOf(PowerCut);
      await expectWhole(path, (await play(path, {})).end);
    }
  },
);

test('a call that times out after it took effect is read back and not sent again', async () => {
  const path = join(folder, 'timeout');
  const { end, events: journal } = await play(path, {
    around: async (call, send) => {
      const answer = await send();
      if (OPERATIONS[operationName(call)]?.access === 'read') return answer;
      throw new OutcomeUnknown('Cannot tell whether it took effect: socket hang up', {
        remedy: 'Try again.',
      });
    },
  });
  await expectWhole(path, end);
  expect(journal.filter(({ type }) => type === 'call.failed')).toHaveLength(3);
});

test('a state that somebody changed between the plan and its approval voids the approval', async () => {
  const path = join(folder, 'changed');
  const shown: string[] = [];
  let stolen = false;
  const { end } = await play(path, {
    around: async (call, send) => {
      const answer = await send();
      if (!stolen || operationName(call) !== 'iam:ListAccessKeys') return answer;
      stolen = false;
      const keys = answer['AccessKeyMetadata'] as { Status: string }[];
      return { ...answer, AccessKeyMetadata: keys.map((key) => ({ ...key, Status: 'Expired' })) };
    },
    answer: async (prompt) => {
      if (prompt.kind === 'approve') {
        shown.push(`${prompt.plan.action}${prompt.changed === undefined ? '' : ' again'}`);
        stolen = prompt.plan.action === 'deactivate-access-key' && prompt.changed === undefined;
      }
      return recommendedAnswer(prompt).answer;
    },
  });
  expect(shown).toEqual([
    'deny-user',
    'deactivate-access-key',
    'deactivate-access-key again',
    'revoke-role-sessions',
  ]);
  await expectWhole(path, end);
});
