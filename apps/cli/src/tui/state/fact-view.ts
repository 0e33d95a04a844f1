import type { State } from '@firebreak/containment';
import type { Fact, LineageHop } from '@firebreak/incident';
import { type SafeText, safeText } from '@firebreak/untrusted';

export interface HopView {
  readonly key: SafeText;
  /** When, by which call, by whom and from where it was issued. */
  readonly how: SafeText;
}

/** Something that was learned, with every text made safe. */
export type FactView =
  | {
      readonly kind: 'table';
      readonly title: SafeText;
      readonly columns: readonly SafeText[];
      readonly rows: readonly (readonly SafeText[])[];
      /** Rows that are left out here and stand in the evidence. */
      readonly more: number;
      readonly empty: SafeText;
    }
  | {
      readonly kind: 'lineage';
      readonly title: SafeText;
      readonly key: SafeText;
      readonly root: SafeText;
      readonly hops: readonly HopView[];
      readonly gaps: readonly SafeText[];
      readonly sessions: readonly HopView[];
    };

const MOST_ROWS = 500;

export function factView(fact: Fact): FactView {
  if (fact.kind === 'table') {
    return {
      kind: 'table',
      title: safeText(fact.title),
      columns: fact.columns.map((name) => safeText(name)),
      rows: fact.rows.slice(0, MOST_ROWS).map((row) => row.map(cell)),
      more: Math.max(0, fact.rows.length - MOST_ROWS),
      empty: safeText(fact.empty),
    };
  }
  return {
    kind: 'lineage',
    title: safeText(fact.title),
    key: safeText(fact.key),
    root: safeText(fact.root),
    hops: fact.hops.map(hop),
    gaps: fact.gaps.map((gap) => safeText(gap)),
    sessions: fact.sessions.map(hop),
  };
}

function cell(value: State): SafeText {
  if (value === null) return safeText('–');
  return safeText(typeof value === 'object' ? JSON.stringify(value) : value);
}

function hop({ accessKeyId, issued, holder }: LineageHop): HopView {
  const from = issued === null || issued.sourceAddress === null ? '' : ` from ${issued.sourceAddress}`;
  const how = issued === null ? [] : [`${issued.time} ${issued.eventName} by ${issued.by}${from}`];
  const who = holder === null ? [] : [`permissions of ${holder}`];
  return { key: safeText(accessKeyId), how: safeText([...how, ...who].join('; ')) };
}
