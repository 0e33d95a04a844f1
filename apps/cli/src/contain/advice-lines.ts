import type { Advice, AdviceStep, NextQuery, OpenQuestion } from '@firebreak/containment';
import { commandLines } from '../lineage/command-lines.ts';
import { wrapped } from '../plain/wrapped.ts';
import { shellLines } from './shell-line.ts';

/** More would push the steps off the screen; `--json` has all. */
const LISTED = 12;

export interface AdviceLinesOptions {
  /** In columns. */
  readonly width: number;
  /** Where the logs are that the queries are to read, if that is known. */
  readonly logs?: string;
}

/** Advice for a person: what it is, what to do in order, what that does not stop, and what to look at next. */
export function adviceLines(advice: Advice, { width, logs = 'LOGS' }: AdviceLinesOptions): string[] {
  const { credentials, refusals, steps, cannot, open, queries, rollback } = advice;
  return [
    ...credentialLines(credentials, width),
    ...refusals.flatMap(({ what, why, instead }) => [
      '',
      ...wrapped(`${what}: ${why}`, 'REFUSED  ', width),
      ...wrapped(instead, 'instead  ', width),
    ]),
    ...headed(
      'Open questions',
      open.flatMap((question) => openLines(question, width)),
    ),
    ...headed(
      steps.length === 0 ? 'No step: nothing is known that could be contained' : 'In this order',
      stepsLines(steps, width),
      steps.length === 0,
    ),
    ...headed('Cannot be done', listLines(cannot, width)),
    ...headed('Then look for what was left behind', queryLines(queries, logs, width)),
    ...headed('Undo', listLines(rollback, width)),
  ];
}

function headed(title: string, lines: readonly string[], always = false): string[] {
  return lines.length === 0 && !always ? [] : ['', title, ...lines];
}

function listLines(sentences: readonly string[], width: number): string[] {
  return sentences.flatMap((sentence) => wrapped(sentence, '  - ', width));
}

function openLines({ what, how, command }: OpenQuestion, width: number): string[] {
  return [
    ...wrapped(what, '  ? ', width),
    ...wrapped(command === null ? how : `${how}:`, '    ', width),
    ...(command === null ? [] : commandLines(command, '      ', width)),
  ];
}

/** What several have in common is said once: of a type of credential, which ones it are. */
function credentialLines(credentials: Advice['credentials'], width: number): string[] {
  const types = Map.groupBy(credentials, ({ id }) => id);
  return [...types.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const whats = [...new Set(group.map(({ what }) => what))];
    const more = whats.length - LISTED;
    return [
      ...whats
        .slice(0, LISTED)
        .flatMap((what, index) => wrapped(what, index === 0 ? 'credential  ' : '        and ', width)),
      ...(more > 0 ? [`        and ${more} more: --json lists them`] : []),
      ...wrapped(`${first.name}: ${first.why}.`, '      type  ', width),
      ...wrapped(first.disablingTheKey, '   its key  ', width),
    ];
  });
}

/** A step that says the same of another target refers to the first one. */
function stepsLines(steps: readonly AdviceStep[], width: number): string[] {
  const first = new Map<string, AdviceStep>();
  return steps.flatMap((step) => {
    const { action, onlyIf, why, stops, doesNotStop } = step;
    const name = JSON.stringify([action, onlyIf, why, stops, doesNotStop]);
    const like = first.get(name);
    if (like === undefined) first.set(name, step);
    return stepLines(step, like?.order, width);
  });
}

const MARGIN = '     ';

/** @param like The number of a step that has said the same before. */
function stepLines(step: AdviceStep, like: number | undefined, width: number): string[] {
  const { order, title, onlyIf, missing, byHand } = step;
  return [
    ...wrapped(title, `${String(order).padStart(3)}. `, width),
    ...(onlyIf === undefined || like !== undefined ? [] : wrapped(`${onlyIf}.`, `${MARGIN}ONLY IF  `, width)),
    ...wrapped(whereOf(step), `${MARGIN}how      `, width),
    ...(missing.length === 0
      ? []
      : wrapped(`${missing.join(', ')}: not known yet`, `${MARGIN}missing  `, width)),
    ...(like === undefined ? reasonLines(step, width) : [`${MARGIN}as       step ${like}`]),
    ...byHand.flatMap((words) => shellLines(words, `${MARGIN}  `, width)),
  ];
}

function reasonLines({ why, stops, doesNotStop }: AdviceStep, width: number): string[] {
  return [
    ...wrapped(why, `${MARGIN}why      `, width),
    ...wrapped(stops.join(' '), `${MARGIN}stops    `, width),
    ...doesNotStop.flatMap((one) => wrapped(one, `${MARGIN}goes on  `, width)),
  ];
}

function whereOf({ by, action, target, account, where }: AdviceStep): string {
  const place = where === 'management' ? 'management account' : `account ${account ?? 'not known'}`;
  if (by === 'hand') return `by hand, ${place}`;
  const fields = Object.entries(target).map(([field, value]) => `${field} ${value}`);
  return [`action ${action}`, ...fields, place].join(', ');
}

/** One command for each query, and what else to run them with. */
function queryLines(queries: readonly NextQuery[], logs: string, width: number): string[] {
  const groups = Map.groupBy(queries, ({ trick, name }) => `${trick}\n${name}`);
  const again = new Set<string>();
  let before: string | undefined;
  const lines = [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    const { trick, survives, name, missing } = first;
    const head = trick === before ? [] : wrapped(`${trick} (survives ${survives})`, '  - ', width);
    before = trick;
    for (const other of others) for (const value of parametersOf(other)) again.add(value);
    const words = ['npx', 'firebreak', 'query', 'run', name, '--logs', logs, ...flagsOf(parametersOf(first))];
    for (const parameter of missing) words.push('--param', `${parameter}=VALUE`);
    return [...head, ...shellLines(words, '      ', width)];
  });
  const values = [...again];
  const shown = values.length > LISTED ? [...values.slice(0, LISTED), 'and more'] : values;
  return [...lines, ...(shown.length === 0 ? [] : wrapped(shown.join(', '), '  and again with  ', width))];
}

function parametersOf({ parameters }: NextQuery): string[] {
  return Object.entries(parameters).map(([parameter, value]) => `${parameter}=${value}`);
}

function flagsOf(values: readonly string[]): string[] {
  return values.flatMap((value) => ['--param', value]);
}
