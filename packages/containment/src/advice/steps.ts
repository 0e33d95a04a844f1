import type { AdviceStep } from './advice.ts';
import { type AdviceRecord, PHASES, type RecordAction } from './advice-record.ts';
import { wellFormed } from './fact.ts';
import { filled, missingInLines, targetOf } from './fill.ts';
import type { Subject } from './subject.ts';

/** A credential whose type is known. */
export interface Typed {
  readonly subject: Subject;
  readonly record: AdviceRecord;
}

type Draft = Omit<AdviceStep, 'order'>;

/**
 * The steps for all credentials, in the order in which they are done: service control policies first, since an intruder
 * in a member account cannot take them away; then credential by credential from the root on, each in the order of
 * {@link PHASES}; then what the lineage made for users. What two credentials have in common is done once.
 *
 * @param actions names of the actions that exist.
 */
export function stepsOf(all: readonly Typed[], actions: ReadonlySet<string>): AdviceStep[] {
  const made = all.filter(({ subject }) => subject.made);
  const chain = all.filter(({ subject }) => !subject.made);
  const drafts = [...chain, ...made].flatMap((typed) => draftsOf(typed, actions));
  const first = drafts.filter(({ phase }) => phase === 'scp');
  const rest = drafts.filter(({ phase }) => phase !== 'scp');
  return once([...first, ...rest]).map((draft, index) => ({ order: index + 1, ...draft }));
}

function draftsOf({ subject, record }: Typed, actions: ReadonlySet<string>): Draft[] {
  const inOrder = record.actions
    .filter(({ needs = [] }) => needs.every((fact) => wellFormed(subject.facts, fact) !== undefined))
    .map((action) => draft(action, subject, actions));
  return inOrder.sort((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase));
}

function draft(action: RecordAction, { facts }: Subject, actions: ReadonlySet<string>): Draft {
  const { phase, by, where, why, stops, doesNotStop, onlyIf, lines = [] } = action;
  const { target, missing } = targetOf(action, facts);
  const account = where === 'management' ? null : (wellFormed(facts, 'account') ?? null);
  const needsAccount = where === 'account' && account === null;
  const open = by === 'hand' ? missingInLines(action, facts) : missing;
  const all = [...new Set([...open, ...(needsAccount ? ['account'] : [])])];
  return {
    phase,
    action: action.action,
    title: filled(action.title, facts),
    by,
    target,
    account,
    where,
    why,
    stops,
    doesNotStop,
    ...(onlyIf === undefined ? {} : { onlyIf }),
    available: by === 'firebreak' && actions.has(action.action) && all.length === 0,
    missing: all,
    byHand: lines.map((line) => line.map((word) => filled(word, facts))),
  };
}

/** Drops what an earlier step does. A step that is always right beats the same one with a condition. */
function once(drafts: readonly Draft[]): Draft[] {
  const kept = new Map<string, Draft>();
  for (const each of drafts) {
    const name = JSON.stringify([each.action, each.account, each.target, each.title]);
    const before = kept.get(name);
    if (before === undefined) kept.set(name, each);
    else if (before.onlyIf !== undefined && each.onlyIf === undefined) {
      const { onlyIf: _, ...always } = before;
      kept.set(name, always);
    }
  }
  return [...kept.values()];
}
