import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { vocabulary } from '../apps/cli/src/content.ts';
import { parseSavedQuery } from '../packages/athena/src/index.ts';
import { ACTIONS } from '../packages/containment/src/index.ts';
import { formatMessage, lintRunbook, stepKind } from '../packages/runbook/src/index.ts';
import { expandSnippet } from '../tools/expand-snippet.ts';
import { BEGINS, ENDS } from '../tools/watch-lines.ts';

interface Snippet {
  readonly prefix: string;
  readonly scope: string;
  readonly body: readonly string[];
}

interface Task {
  readonly label: string;
  readonly problemMatcher: {
    readonly pattern: Readonly<Record<string, number>> & { readonly regexp: string };
    readonly background?: { readonly beginsPattern: string; readonly endsPattern: string };
  };
}

const ROOT = join(import.meta.dirname, '..');
const TODAY = new Date('2026-11-22T00:00:00Z');
const words = await vocabulary();

/** What stands around a step, so that it has every value and every step that it may name. */
const AROUND = (step: string) => `---
runbook: 1
severity: P1
reviewed: 2026-11-01
inputs: { key: { type: access-key-id, ask: Which key? } }
---
# Around a step
## Trace the key
\`\`\`yaml step
trace: "{{ key }}"
save:
  user: result.root.userName
  owner_account: result.chain[0].account
  root_key: result.root.accessKeyId
  roles: result.roles
\`\`\`
${step}
## Deny the user
\`\`\`yaml step
contain: deny-user
account: "{{ owner_account }}"
with: { user: "{{ user }}" }
\`\`\`
## Prove that it holds
\`\`\`yaml step
verify: containments
\`\`\`
`;

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(ROOT, '.vscode', name), 'utf8')) as T;
}

function snippets(name: string): Map<string, Snippet> {
  return new Map(Object.values(read<Record<string, Snippet>>(name)).map((each) => [each.prefix, each]));
}

/** All that the linter says, but for values that the rest of a real runbook would use. */
function mistakesIn(text: string): string[] {
  const { messages } = lintRunbook(text, 'runbooks/x.md', words, TODAY);
  return messages.filter(({ rule }) => rule !== 'unused-variable').map(formatMessage);
}

const markdown = snippets('markdown.code-snippets');
const steps = [...markdown.values()].filter(({ prefix }) => prefix.startsWith('step-'));
const { tasks } = read<{ tasks: Task[] }>('tasks.json');
const checking = tasks.filter(({ label }) => label.endsWith('runbooks'));

test.each(readdirSync(join(ROOT, '.vscode')).filter((name) => /\.(?:json|code-snippets)$/.test(name)))(
  '.vscode/%s is JSON',
  (name) => {
    expect(() => read(name)).not.toThrow();
  },
);

test.each(checking)('task "$label" finds every part of a message', ({ problemMatcher: { pattern } }) => {
  const message = {
    path: 'runbooks/compromised-access-key.md',
    line: 12,
    column: 3,
    severity: 'warning',
    message: 'unknown key "sav"; did you mean [save]?',
    rule: 'unknown-key',
  } as const;
  const found = new RegExp(pattern.regexp).exec(formatMessage(message));
  const part = (name: string) => found?.[pattern[name] ?? -1];
  expect(part('file')).toBe(message.path);
  expect([part('line'), part('column')]).toEqual(['12', '3']);
  expect(part('severity')).toBe('warning');
  expect(part('message')).toBe(message.message);
  expect(part('code')).toBe('unknown-key');
});

test('the watching task knows the lines that its script prints', () => {
  const background = checking.find(({ problemMatcher }) => problemMatcher.background)?.problemMatcher
    .background;
  expect(BEGINS).toMatch(new RegExp(background?.beginsPattern ?? ''));
  expect(ENDS).toMatch(new RegExp(background?.endsPattern ?? ''));
  expect(background?.endsPattern).not.toBe(background?.beginsPattern);
});

test('the snippet of a whole runbook has no mistake', () => {
  expect(mistakesIn(expandSnippet(markdown.get('runbook')?.body ?? []))).toEqual([]);
});

test.each(steps)('snippet $prefix has no mistake', ({ body, scope }) => {
  expect(scope).toBe('markdown');
  expect(mistakesIn(AROUND(expandSnippet(body)))).toEqual([]);
});

test('there is a snippet for each kind of step and for each action', () => {
  const made = steps.flatMap(({ body }) => {
    const { runbook } = lintRunbook(AROUND(expandSnippet(body)), 'x.md', words, TODAY);
    return runbook?.steps.slice(1, -2) ?? [];
  });
  expect(new Set(made.map(stepKind))).toEqual(
    new Set(['read', 'decide', 'ask', 'query', 'trace', 'contain', 'verify']),
  );
  const actions = made.flatMap(({ fence }) =>
    fence !== undefined && 'contain' in fence ? [fence.contain] : [],
  );
  expect(actions.sort()).toEqual(ACTIONS.map(({ name }) => name).sort());
});

test('the snippet of a query step offers the saved queries', () => {
  const offered = /query: \$\{\d+\|([^|]+)\|\}/.exec(markdown.get('step-query')?.body.join('\n') ?? '')?.[1];
  expect(offered?.split(',').sort()).toEqual([...words.queries.keys()].sort());
});

test('the snippet of a saved query is one', () => {
  const sql = snippets('sql.code-snippets');
  const query = parseSavedQuery(expandSnippet(sql.get('query')?.body ?? []), 'sql/x.sql');
  expect(query.parameters.map(({ name }) => name)).toEqual([
    'access-key',
    'since',
    'until',
    'account',
    'region',
  ]);

  const parameter = expandSnippet(sql.get('query-parameter')?.body ?? []).trimEnd();
  const others =
    '-- title: a\n-- question: b\n-- bindings: access-key\n-- techniques: T1078\n-- finding types: A:B/C\n-- empty: d';
  expect(() => parseSavedQuery(`${others}\n${parameter}\n\nSELECT ?`, 'sql/x.sql')).not.toThrow();
});
