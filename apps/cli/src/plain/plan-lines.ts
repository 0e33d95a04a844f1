import { cliLine } from '@firebreak/aws';
import type { Plan, State } from '@firebreak/containment';
import { safeText } from '@firebreak/untrusted';
import { wrapped } from './wrapped.ts';

/**
 * A containment plan in plain lines: what changes, the calls, what it stops and what it does not. Documents and calls
 * are never wrapped, so that they can be copied.
 */
export function planLines(plan: Plan): string[] {
  return [
    ...wrapped(plan.title, '   '),
    `   account ${safeText(plan.account)}, plan ${plan.hash.slice(0, 12)}`,
    ...changeLines(plan.before, plan.after).map((line) => `   ${line}`),
    ...plan.calls.map((call) => `   will run: ${safeText(cliLine(call))}`),
    ...plan.undo.map((call) => `   undo:     ${safeText(cliLine(call))}`),
    ...plan.stops.flatMap((line) => wrapped(line, '   stops: ')),
    ...plan.doesNotStop.flatMap((line) => wrapped(line, '   does NOT stop: ')),
    ...(plan.cannotBeUndone ?? []).flatMap((line) => wrapped(line, '   CANNOT be undone: ')),
  ];
}

/** Lines of both states: those that go with `-`, those that come with `+`. */
function changeLines(before: State, after: State): string[] {
  const old = JSON.stringify(before, null, 2).split('\n');
  const fresh = JSON.stringify(after, null, 2).split('\n');
  const same = old.filter((line) => fresh.includes(line));
  const gone = old.filter((line) => !same.includes(line)).map((line) => `- ${safeText(line)}`);
  return [...gone, ...fresh.filter((line) => !same.includes(line)).map((line) => `+ ${safeText(line)}`)];
}
