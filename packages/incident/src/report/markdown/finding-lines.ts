import { markdownCode, markdownText } from '@firebreak/untrusted';
import type { Fact, FindingSummary } from '../../event.ts';
import type { IncidentReport } from '../incident-report.ts';
import { stateText } from '../state-rows.ts';
import { markdownTable, timeAsMarkdown } from './parts.ts';

type Lineage = Extract<Fact, { kind: 'lineage' }>;
type Table = Extract<Fact, { kind: 'table' }>;

export function findingLines(finding: FindingSummary | null): readonly string[] {
  if (finding === null) return ['## Finding', 'The journal does not name a finding.'];
  const code = (name: string, value: string | null) =>
    value === null ? [] : [`- ${name}: ${markdownCode(value)}`];
  return [
    '## Finding',
    `- Title: ${markdownText(finding.title)}`,
    ...code('Type', finding.type),
    `- Severity: ${markdownText(`${finding.severity.label} (${finding.severity.value})`)}`,
    ...code('Account', finding.account),
    ...code('Region', finding.region),
    ...code('Access key', finding.accessKeyId),
    ...(finding.principal === null ? [] : [`- Principal: ${markdownText(finding.principal)}`]),
    ...code('Remote address', finding.remoteAddress),
    ...(finding.firstSeen === null ? [] : [`- First seen: ${timeAsMarkdown(finding.firstSeen)}`]),
    ...(finding.lastSeen === null ? [] : [`- Last seen: ${timeAsMarkdown(finding.lastSeen)}`]),
    ...code('Finding id', finding.id),
    ...(finding.sample ? ['- This is a sample finding, not a detection.'] : []),
  ];
}

export function lineageLines(facts: IncidentReport['facts']): readonly string[] {
  const lineages = facts.flatMap(({ fact }) => (fact.kind === 'lineage' ? [fact] : []));
  return lineages.length === 0 ? [] : ['## Where the key came from', ...lineages.flatMap(lineage)];
}

export function factLines(facts: IncidentReport['facts']): readonly string[] {
  const tables = facts.flatMap(({ fact }) => (fact.kind === 'table' ? [fact] : []));
  return tables.length === 0 ? [] : ['## What was found', ...tables.flatMap(factTable)];
}

function lineage({ title, hops, root, gaps, sessions }: Lineage): readonly string[] {
  return [
    `### ${markdownText(title)}`,
    `Oldest first. Root: ${markdownText(root)}`,
    ...(hops.length === 0 ? [] : hopTable(hops)),
    ...(gaps.length === 0 ? [] : ['**Gaps in the trace**', ...gaps.map((gap) => `- ${markdownText(gap)}`)]),
    ...(sessions.length === 0 ? [] : ['**Sessions that the key issued**', ...hopTable(sessions)]),
  ];
}

function hopTable(hops: Lineage['hops']): readonly string[] {
  return markdownTable(
    ['Access key', 'Issued by', 'Call', 'When (UTC)', 'From', 'Permissions of'],
    hops.map(({ accessKeyId, issued, holder }) => [
      markdownCode(accessKeyId),
      issued === null ? '' : markdownText(issued.by),
      issued === null ? '' : markdownCode(issued.eventName),
      issued === null ? '' : timeAsMarkdown(issued.time),
      issued === null || issued.sourceAddress === null ? '' : markdownCode(issued.sourceAddress),
      holder === null ? '' : markdownText(holder),
    ]),
  );
}

function factTable({ title, columns, rows, empty }: Table): readonly string[] {
  const heading = `### ${markdownText(title)}`;
  if (rows.length === 0) return [heading, markdownText(empty)];
  const cells = rows.map((row) => columns.map((_, index) => markdownText(stateText(row[index]))));
  return [heading, ...markdownTable(columns.map(markdownText), cells)];
}
