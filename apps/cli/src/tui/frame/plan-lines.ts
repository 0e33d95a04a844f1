import type { CallView, PlanView } from '../state/plan-view.ts';
import { BLANK, type Line, line, type Style, span } from '../text/line.ts';
import { wrap, wrapText } from '../text/wrap.ts';

const SIGNS: Readonly<Record<' ' | '-' | '+', Style>> = { ' ': 'dim', '-': 'bad', '+': 'good' };
const CONTEXT = 3;

interface Around {
  /** What the runbook says about the step. */
  readonly prose: readonly Line[];
  readonly changed: string | undefined;
}

/** Everything that is to be seen before a change is approved. */
export function planLines(plan: PlanView, { prose, changed }: Around, width: number): readonly Line[] {
  return [
    ...(changed === undefined
      ? []
      : [...wrapText(`CHANGED SINCE YOU LAST SAW IT: ${changed}`, width, 'warn'), BLANK]),
    ...wrapText(plan.title, width, 'strong'),
    ...wrapText([`account ${plan.account}`, ...plan.target].join(' · '), width, 'dim'),
    ...(prose.length === 0 ? [] : [BLANK, ...prose]),
    ...section('What stops', sentences(plan.stops, width)),
    ...section('What does not stop', sentences(plan.doesNotStop, width)),
    ...(plan.cannotBeUndone.length === 0
      ? []
      : section('What cannot be undone', sentences(plan.cannotBeUndone, width))),
    ...section('Before (-) and after (+)', diffLines(plan.diff, width)),
    ...section(
      plan.calls.length === 1 ? 'The call that is sent' : 'The calls that are sent, in order',
      plan.calls.flatMap((call) => callLines(call, width)),
    ),
    ...section('To undo it', undoLines(plan, width)),
    BLANK,
    ...wrapText(`plan ${plan.hash}`, width, 'dim'),
  ];
}

function section(title: string, lines: readonly Line[]): readonly Line[] {
  return [BLANK, line(title, 'accent'), ...lines];
}

function sentences(texts: readonly string[], width: number): readonly Line[] {
  if (texts.length === 0) return [line('• nothing known')];
  return texts.flatMap((text) => wrapText(text, width, 'plain', { first: [span('• ')], rest: [span('  ')] }));
}

function undoLines({ undo, undoNeedsForce }: PlanView, width: number): readonly Line[] {
  if (undo.length === 0) return [line('✖ cannot be undone', 'bad')];
  const force = undoNeedsForce === undefined ? [] : wrapText(`Needs force: ${undoNeedsForce}`, width, 'warn');
  return [...force, ...undo.flatMap((call) => callLines(call, width))];
}

function callLines({ name, account, input }: CallView, width: number): readonly Line[] {
  const compact = input.map((text) => text.trim()).join(' ');
  const indent = { first: [span('  ')], rest: [span('  ')] };
  const body =
    compact.length <= width - 2
      ? wrapText(compact, width, 'plain', indent)
      : input.flatMap((text) => jsonLine(text, width, [span('  ')]));
  return [[span(name, 'strong'), span(` in ${account}`, 'dim')], ...body];
}

function diffLines(diff: PlanView['diff'], width: number): readonly Line[] {
  if (diff.every(({ sign }) => sign === ' ')) return [line('no difference')];
  const near = diff.map((_, at) =>
    diff.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ sign }) => sign !== ' '),
  );
  return diff.flatMap(({ sign, text }, at) => {
    if (near[at] === true) return jsonLine(text, width, [span(`${sign} `, SIGNS[sign])], SIGNS[sign]);
    if (near[at - 1] === false) return [];
    const end = near.indexOf(true, at);
    const count = (end === -1 ? near.length : end) - at;
    return [line(`  … ${count} unchanged ${count === 1 ? 'line' : 'lines'}`, 'dim')];
  });
}

/** A line of JSON keeps its indentation when it has to be broken. */
function jsonLine(text: string, width: number, sign: Line, style: Style = 'plain'): readonly Line[] {
  const indent = /^ */.exec(text)?.[0] ?? '';
  return wrap([span(text.slice(indent.length), style)], width, {
    first: [...sign, span(indent)],
    rest: [...sign, span(`${indent}    `)],
  });
}
