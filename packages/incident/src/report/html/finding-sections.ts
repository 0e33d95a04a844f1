import type { Fact, FindingSummary } from '../../event.ts';
import { utcTime } from '../duration.ts';
import type { IncidentReport } from '../incident-report.ts';
import { stateText } from '../state-rows.ts';
import { type Html, html } from './html.ts';
import { pairs, section, table, timeAsHtml } from './parts.ts';

type Lineage = Extract<Fact, { kind: 'lineage' }>;
type Table = Extract<Fact, { kind: 'table' }>;

export function findingSection(finding: FindingSummary | null): Html {
  if (finding === null) return section('Finding', html`<p>The journal does not name a finding.</p>`);
  const id = (value: string | null) => (value === null ? null : html`<code>${value}</code>`);
  return section(
    'Finding',
    pairs([
      ['Title', finding.title],
      ['Type', id(finding.type)],
      ['Severity', `${finding.severity.label} (${finding.severity.value})`],
      ['Account', id(finding.account)],
      ['Region', id(finding.region)],
      ['Access key', id(finding.accessKeyId)],
      ['Principal', finding.principal],
      ['Remote address', id(finding.remoteAddress)],
      ['First seen', finding.firstSeen === null ? null : timeAsHtml(finding.firstSeen)],
      ['Last seen', finding.lastSeen === null ? null : timeAsHtml(finding.lastSeen)],
      ['Finding id', id(finding.id)],
      ['Sample', finding.sample ? 'This is a sample finding, not a detection.' : null],
    ]),
  );
}

/** The chains of issuance, oldest first, with what could not be traced. */
export function lineageSection(facts: IncidentReport['facts']): Html | null {
  const lineages = facts.flatMap(({ fact }) => (fact.kind === 'lineage' ? [fact] : []));
  return lineages.length === 0 ? null : section('Where the key came from', lineages.map(lineage));
}

export function factSection(facts: IncidentReport['facts']): Html | null {
  const tables = facts.flatMap(({ fact }) => (fact.kind === 'table' ? [fact] : []));
  return tables.length === 0 ? null : section('What was found', tables.map(factTable));
}

function lineage({ title, key, hops, root, gaps, sessions }: Lineage): Html {
  return html`<h3>${title}</h3>
<ol class="lineage">
<li class="root"><span class="node">Root</span> <bdi>${root}</bdi></li>
${hops.map(
  (
    hop,
  ) => html`<li><span class="node"><code>${hop.accessKeyId}</code>${hop.accessKeyId === key ? ' (the key that was traced)' : null}</span>
<span class="by">${hop.issued === null ? null : issuance(hop.issued)}${hop.holder === null ? null : html`permissions of <bdi>${hop.holder}</bdi>`}</span></li>\n`,
)}</ol>
${gaps.length === 0 ? null : html`<div class="warning"><h4>Gaps in the trace</h4><ul>${gaps.map((gap) => html`<li>${gap}</li>`)}</ul></div>\n`}${
  sessions.length === 0
    ? null
    : table(
        { caption: 'Sessions that the key issued' },
        ['Access key', 'Issued by', 'Call', 'When (UTC)', 'From'],
        sessions.map(({ accessKeyId, issued }) => [
          html`<code>${accessKeyId}</code>`,
          issued?.by ?? null,
          issued === null ? null : html`<code>${issued.eventName}</code>`,
          issued === null ? null : utcTime(issued.time),
          issued?.sourceAddress ?? null,
        ]),
      )
}`;
}

function issuance({
  by,
  eventName,
  time,
  sourceAddress,
}: NonNullable<Lineage['hops'][number]['issued']>): Html {
  const from = sourceAddress === null ? null : html`, from <code>${sourceAddress}</code>`;
  return html`issued by <bdi>${by}</bdi> with <code>${eventName}</code>, ${timeAsHtml(time)}${from}; `;
}

function factTable({ title, columns, rows, empty }: Table): Html {
  const heading = html`<h3>${title}</h3>\n`;
  if (rows.length === 0) return html`${heading}<p class="none">${empty}</p>\n`;
  const cells = rows.map((row) => columns.map((_, index) => stateText(row[index])));
  return html`${heading}${table({ caption: null, class: 'facts' }, columns, cells)}`;
}
