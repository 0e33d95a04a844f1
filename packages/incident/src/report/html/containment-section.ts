import { type CallRecord, type ContainmentRecord, nameOfCall } from '../containment-record.ts';
import { APPROVED_HOW } from '../entry-in-words.ts';
import { stateRows, stateText } from '../state-rows.ts';
import { CALL_OUTCOME_WORDS, STATUS_WORDS } from '../status-words.ts';
import { type Html, html } from './html.ts';
import { bullets, pairs, section, table, timeAsHtml } from './parts.ts';

/** Each change as it was approved, made and read back. */
export function containmentSection(records: readonly ContainmentRecord[]): Html {
  if (records.length === 0) return section('Containment', html`<p>Nothing was planned.</p>`);
  return section('Containment', records.map(article));
}

function article(record: ContainmentRecord, index: number): Html {
  const { plan } = record;
  return html`<article>
<h3><span class="number">${index + 1}</span> ${plan.title} <span class="badge ${record.status}">${STATUS_WORDS[record.status]}</span></h3>
${record.superseded ? html`<p class="note">Planned again later; the later record counts.</p>\n` : null}${pairs(
  [
    ['Action', html`<code>${plan.action}</code> in account <code>${plan.account}</code>`],
    [
      'Target',
      Object.entries(plan.target).map(
        ([name, value]) => html`<span class="pair">${name} <code>${value}</code></span> `,
      ),
    ],
    ['Approved', approval(record)],
    ['Plan hash', html`<code>${record.approved?.hash ?? plan.hash}</code>${hashWarning(record)}`],
    ['Read back', record.verdict && html`${timeAsHtml(record.verdict.at)}: ${record.verdict.text}`],
    ['Undone', undo(record)],
  ],
)}${states(record)}${calls(record.calls)}<div class="columns">${bullets('What it stops', plan.stops)}${bullets('What it does not stop', plan.doesNotStop)}${bullets('What cannot be undone', plan.cannotBeUndone ?? [])}</div>
</article>\n`;
}

function approval({ approved }: ContainmentRecord): Html {
  if (approved === null) return html`<span class="none">not approved</span>`;
  return html`by <bdi>${approved.by}</bdi>, ${timeAsHtml(approved.at)}, ${APPROVED_HOW[approved.how] ?? approved.how}`;
}

function hashWarning({ approved, plan }: ContainmentRecord): Html | null {
  if (approved === null || approved.hash === plan.hash) return null;
  return html` <strong>The plan in the journal has another hash:</strong> <code>${plan.hash}</code>`;
}

function undo({ undo }: ContainmentRecord): Html | null {
  if (undo === null) return null;
  const forced = undo.forced ? ', with force' : '';
  const end =
    undo.undoneAt === null ? 'not read back yet' : html`former state read back ${timeAsHtml(undo.undoneAt)}`;
  return html`approved by <bdi>${undo.by}</bdi>, ${timeAsHtml(undo.at)}${forced}; ${end}`;
}

function states({ plan, verdict, status }: ContainmentRecord): Html {
  const rows = stateRows(plan.before, plan.after);
  const observed = status === 'not-proven' && verdict !== null ? verdict.observed : undefined;
  const value = (state: Parameters<typeof stateText>[0]) => html`<pre>${stateText(state, 2)}</pre>`;
  const main = table(
    { caption: 'State before, and after as planned', class: 'states' },
    ['Part', 'Before', 'After', 'Change'],
    rows.map(({ name, before, after, changed }) => [
      name === '' ? 'state' : html`<code>${name}</code>`,
      value(before),
      value(after),
      changed ? html`<strong>changed</strong>` : html`<span class="none">same</span>`,
    ]),
  );
  return observed === undefined ? main : html`${main}<h4>What was read back</h4>\n${value(observed)}\n`;
}

function calls(records: readonly CallRecord[]): Html {
  if (records.length === 0) return html`<p class="none">No call was made.</p>\n`;
  return table(
    { caption: 'Calls made', class: 'calls' },
    ['Call', 'Input', 'When', 'Outcome'],
    records.map((record) => [
      html`${record.purpose === 'undo' ? 'Undo: ' : null}<code>${nameOfCall(record)}</code>`,
      html`<pre>${JSON.stringify(record.call.input, null, 1)}</pre>`,
      timeAsHtml(record.at),
      html`${CALL_OUTCOME_WORDS[record.outcome]}${record.why === null ? null : html`: ${record.why}`}`,
    ]),
  );
}
