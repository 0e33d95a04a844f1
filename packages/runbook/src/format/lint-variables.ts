import { rootNames, templateExpression } from './expression.ts';
import { atFence, atStep, type LintContext } from './lint-context.ts';
import type { Step } from './runbook.ts';
import type { StepFence } from './step-fence.ts';

interface Use {
  readonly name: string;
  readonly path: readonly PropertyKey[];
}

/** Each value must be asked for, saved or given before it is used; and used, when it is saved. */
export function lintVariables(context: LintContext): void {
  const { runbook, head, messages } = context;
  const known = new Set(['finding', ...Object.keys(runbook.inputs)]);
  const used = new Set<string>();
  const saved = new Map<string, Step>();
  for (const [name, { from }] of Object.entries(runbook.inputs)) {
    for (const root of from === undefined ? [] : rootNames(from)) {
      if (root === 'finding' || head === undefined) continue;
      messages.push(
        head.at(['inputs', name, 'from'], 'unknown-variable', `"${root}" is not there yet; only finding is`),
      );
    }
  }
  for (const step of runbook.steps) {
    for (const name of proseNames(step.prose)) {
      used.add(name);
      if (!known.has(name)) atStep(context, step, 'unknown-variable', unknown(name));
    }
    if (step.fence === undefined) continue;
    for (const { name, path } of usesOf(step.fence)) {
      used.add(name);
      if (!known.has(name)) atFence(context, step, path, 'unknown-variable', unknown(name));
    }
    for (const name of namesSavedBy(step.fence)) {
      known.add(name);
      saved.set(name, step);
    }
  }
  for (const [name, step] of saved) {
    if (!used.has(name))
      atStep(context, step, 'unused-variable', `"${name}" is saved and never used`, 'warning');
  }
}

function unknown(name: string): string {
  return `"${name}" is not asked, saved or given before this step`;
}

function proseNames(prose: string): string[] {
  return [...prose.matchAll(/\{\{(.*?)\}\}/gs)].flatMap((match) => rootNames(match[1] ?? ''));
}

function usesOf(fence: StepFence): Use[] {
  const uses: Use[] = [];
  const add = (text: string | undefined, path: readonly PropertyKey[], local: readonly string[] = []) => {
    for (const name of text === undefined ? [] : rootNames(text))
      if (!local.includes(name)) uses.push({ name, path });
  };
  const addTemplate = (
    text: string | undefined,
    path: readonly PropertyKey[],
    local: readonly string[] = [],
  ) => add(text === undefined ? undefined : templateExpression(text), path, local);
  add(fence.when, ['when']);
  if ('decide' in fence) for (const [id, text] of Object.entries(fence.hint ?? {})) add(text, ['hint', id]);
  if ('ask' in fence) addTemplate(fence.suggest, ['suggest']);
  if ('trace' in fence) addTemplate(fence.trace, ['trace']);
  if ('contain' in fence) {
    const local = fence.each === undefined ? [] : ['item'];
    add(fence.each, ['each']);
    addTemplate(fence.account, ['account'], local);
    addTemplate(fence.confirm, ['confirm'], local);
    for (const [name, text] of Object.entries(fence.with)) addTemplate(text, ['with', name], local);
  }
  if ('query' in fence)
    for (const [name, text] of Object.entries(fence.with ?? {})) addTemplate(text, ['with', name]);
  if ('query' in fence || 'trace' in fence) {
    for (const [name, text] of Object.entries(fence.save ?? {})) add(text, ['save', name], ['result']);
  }
  return uses;
}

function namesSavedBy(fence: StepFence): string[] {
  if ('ask' in fence) return [fence.save];
  return 'query' in fence || 'trace' in fence ? Object.keys(fence.save ?? {}) : [];
}
