import { closest } from '@firebreak/problem';
import { atFence, type LintContext } from './lint-context.ts';
import type { Step } from './runbook.ts';
import type { NamedParameter, Vocabulary } from './vocabulary.ts';

/** Queries and actions must exist, and be told what they need. */
export function lintNames(context: LintContext, { queries, actions }: Vocabulary): void {
  for (const step of context.runbook.steps) {
    if (step.fence === undefined) continue;
    if ('query' in step.fence) {
      lintName(context, step, {
        key: 'query',
        name: step.fence.query,
        given: step.fence.with ?? {},
        known: queries,
      });
    }
    if ('contain' in step.fence) {
      lintName(context, step, {
        key: 'contain',
        name: step.fence.contain,
        given: step.fence.with,
        known: actions,
      });
    }
    if ('decide' in step.fence) {
      const targets = step.options.map(({ goto }) => goto);
      for (const id of Object.keys(step.fence.hint ?? {})) {
        if (targets.includes(id)) continue;
        atFence(
          context,
          step,
          ['hint', id],
          'unknown-name',
          `no option leads to "${id}"${didYouMean(id, targets)}`,
        );
      }
    }
  }
}

interface Named {
  readonly key: 'query' | 'contain';
  readonly name: string;
  readonly given: Readonly<Record<string, string>>;
  readonly known: ReadonlyMap<string, readonly NamedParameter[]>;
}

function lintName(context: LintContext, step: Step, { key, name, given, known }: Named): void {
  const parameters = known.get(name);
  const what = key === 'query' ? 'saved query' : 'action';
  if (parameters === undefined) {
    const hint = didYouMean(name, [...known.keys()]);
    atFence(context, step, [key], 'unknown-name', `there is no ${what} "${name}"${hint}`);
    return;
  }
  const names = parameters.map((parameter) => parameter.name);
  for (const parameter of Object.keys(given)) {
    if (names.includes(parameter)) continue;
    const hint = didYouMean(parameter, names);
    atFence(
      context,
      step,
      ['with', parameter],
      'unknown-name',
      `${what} "${name}" has no "${parameter}"${hint}`,
    );
  }
  for (const parameter of parameters) {
    if (!parameter.required || Object.hasOwn(given, parameter.name)) continue;
    atFence(context, step, ['with'], 'schema', `${what} "${name}" needs "${parameter.name}"`);
  }
}

function didYouMean(word: string, known: readonly string[]): string {
  const meant = closest(word, known);
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
}
