import { ACTIONS } from '../actions.ts';
import { AdviceImpossible } from '../errors.ts';
import type { Advice, OpenQuestion, Recognised } from './advice.ts';
import type { AdviceInput } from './advice-input.ts';
import { wellFormed } from './fact.ts';
import { targetOf } from './fill.ts';
import { joinedSubjects } from './joined-subjects.ts';
import { nextQueries } from './next-queries.ts';
import { gapQuestions, missingQuestions, noCredential, unknownCredential } from './open-questions.ts';
import { recognise } from './recognise.ts';
import { ADVICE_RECORDS, PERSISTENCE_CHECKS } from './records.ts';
import { stepsOf, type Typed } from './steps.ts';
import type { Subject } from './subject.ts';
import { subjectName } from './subject-name.ts';

/**
 * What to do about a credential, in order, with what each step does not stop; pure. With a lineage, for the root, every
 * hop of its chain and all that came from it. What is not known is asked, never guessed.
 *
 * @throws {AdviceImpossible} when the input holds nothing.
 */
export function advise(input: AdviceInput): Advice {
  const subjects = joinedSubjects(input);
  if (subjects.length === 0) {
    throw new AdviceImpossible(
      'Cannot advise: neither a finding, a lineage, a key nor an identity is given',
      {
        remedy: 'Give --finding FILE or --key KEY.',
      },
    );
  }
  const recognised = subjects.map((subject) => ({ subject, ...recognise(subject.facts, ADVICE_RECORDS) }));
  const typed = recognised.flatMap(({ subject, record, sign }) =>
    record === undefined || sign === undefined ? [] : [{ subject, record, sign }],
  );
  const unknown = recognised.filter(({ record }) => record === undefined).map(({ subject }) => subject);
  const steps = stepsOf(typed, new Set(ACTIONS.map(({ name }) => name)));
  const each = <T>(of: (typed: Typed) => readonly T[]) => [...new Set(typed.flatMap(of))];
  return {
    credentials: typed.map(
      ({ subject, record, sign }): Recognised => ({
        id: record.id,
        name: record.name,
        what: subjectName(subject),
        why: sign.why,
        disablingTheKey: record.disablingTheKey,
      }),
    ),
    refusals: typed.flatMap(({ subject, record: { id, refusal } }) =>
      refusal === undefined ? [] : [{ type: id, what: subjectName(subject), ...refusal }],
    ),
    steps,
    cannot: each(({ record }) => record.cannot),
    open: questions(input, unknown, typed),
    queries: nextQueries(typed, PERSISTENCE_CHECKS),
    rollback: each(({ record }) => record.rollback),
    sources: each(({ record }) => record.sources),
  };
}

function questions(
  { lineage, finding }: AdviceInput,
  unknown: readonly Subject[],
  typed: readonly Typed[],
): OpenQuestion[] {
  const isSample = typed.some(({ record }) => record.id === 'sample-finding');
  if (isSample) return [];
  const gaps = (finding?.gaps ?? []).map(({ what, lookup }) => ({
    what: `${what}.`,
    how: lookup,
    command: null,
  }));
  const all = [
    ...typed.flatMap((each) => missingQuestions(each.subject, missingFields(each))),
    ...unknown.map((subject) =>
      finding !== undefined && lineage === undefined && subject.facts.key === undefined
        ? noCredential(finding)
        : unknownCredential(subject),
    ),
    ...(lineage === undefined ? gaps : gapQuestions(lineage)),
  ];
  const named = new Map(all.map((question) => [question.what, question]));
  return [...named.values()];
}

/** The target fields of a credential's steps that are not known. */
function missingFields({ subject: { facts }, record }: Typed): ReadonlySet<string> {
  const ours = record.actions.filter(
    ({ by, needs = [] }) =>
      by === 'firebreak' && needs.every((fact) => wellFormed(facts, fact) !== undefined),
  );
  const open = ours.flatMap((action) => targetOf(action, facts).missing);
  const noAccount = ours.length > 0 && wellFormed(facts, 'account') === undefined;
  return new Set([...open, ...(noAccount ? ['account'] : [])]);
}
