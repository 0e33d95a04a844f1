import { durationInWords, readTime, utcTime } from './duration.ts';
import type { IncidentReport } from './incident-report.ts';
import { countedContainments } from './key-times.ts';
import { code, joined, type Phrase, sentence } from './phrase.ts';
import { STATUS_WORDS } from './status-words.ts';

/** One of the lines that somebody reads who reads nothing else. */
export interface SummaryLine {
  readonly label: string;
  readonly text: readonly Phrase[];
}

type Told = Omit<IncidentReport, 'summary'>;

/** The six lines at the head of a report. */
export function summaryOf(told: Told): readonly SummaryLine[] {
  return [
    { label: 'What happened', text: happened(told) },
    { label: 'Credential', text: credential(told) },
    { label: 'Issued by', text: issuer(told) },
    { label: 'Contained', text: contained(told) },
    { label: 'Outstanding', text: outstanding(told) },
    { label: 'Status', text: status(told) },
  ];
}

function happened({ finding }: Told): readonly Phrase[] {
  if (finding === null) return sentence`The journal does not name a finding.`;
  const place = [
    finding.account === null ? [] : sentence` in account ${code(finding.account)}`,
    finding.region === null ? [] : sentence`, ${code(finding.region)}`,
  ].flat();
  const sample = finding.sample ? ['This is a sample finding, not a detection. '] : [];
  return sentence`${sample}GuardDuty reported ${code(finding.type)} (${finding.severity.label}, ${finding.severity.value})${place}: ${finding.title}`;
}

function credential({ finding }: Told): readonly Phrase[] {
  if (finding === null || (finding.accessKeyId === null && finding.principal === null))
    return sentence`The finding does not name one.`;
  const key = finding.accessKeyId === null ? [] : sentence`Access key ${code(finding.accessKeyId)}`;
  const principal = finding.principal === null ? [] : sentence`${finding.principal}`;
  const from = finding.remoteAddress === null ? [] : sentence`, used from ${code(finding.remoteAddress)}`;
  return sentence`${joined(
    [key, principal].filter(({ length }) => length > 0),
    ' of ',
  )}${from}.`;
}

function issuer({ facts, finding }: Told): readonly Phrase[] {
  const lineages = facts.flatMap(({ fact }) => (fact.kind === 'lineage' ? [fact] : []));
  const lineage = lineages.findLast(({ key }) => key === finding?.accessKeyId) ?? lineages.at(-1);
  if (lineage === undefined) return sentence`Not traced.`;
  const direct = lineage.hops.at(-1)?.issued;
  const gaps =
    lineage.gaps.length === 0
      ? ''
      : `, with ${lineage.gaps.length === 1 ? 'a gap' : `${lineage.gaps.length} gaps`} in the trace`;
  if (direct === undefined || direct === null) return sentence`${lineage.root}${[gaps]}.`;
  const issuances = lineage.hops.filter(({ issued }) => issued !== null).length;
  const over = issuances === 1 ? 'one issuance' : `${issuances} issuances`;
  return sentence`${direct.by} with ${code(direct.eventName)} at ${utcTime(direct.time)}; traced over ${[over]} to ${lineage.root}${[gaps]}.`;
}

function contained({ containments }: Told): readonly Phrase[] {
  const counted = countedContainments(containments);
  const proven = counted.filter(({ status }) => status === 'proven');
  if (counted.length === 0) return sentence`Nothing.`;
  const titles = joined(
    proven.map(({ plan }) => sentence`${plan.title}`),
    '; ',
  );
  const count =
    proven.length === counted.length
      ? `All ${counted.length === 1 ? '' : `${counted.length} `}proven by reading back`
      : `${proven.length} of ${counted.length} proven by reading back`;
  return proven.length === 0 ? sentence`${[count]}.` : sentence`${[count]}: ${titles}.`;
}

function outstanding({ containments, failed, skipped, outcome }: Told): readonly Phrase[] {
  const open = countedContainments(containments)
    .filter(({ status }) => status !== 'proven')
    .map(({ plan, status }) => sentence`${plan.title} (${[STATUS_WORDS[status]]})`);
  const steps = [
    ...failed.map(({ title }) => sentence`${title} (failed)`),
    ...skipped
      .filter(({ applies }) => applies !== false)
      .map(({ title, reason }) => sentence`${title} (skipped: ${reason})`),
  ];
  const all = [...open, ...steps];
  const rest = 'the rest of the runbook was not gone through';
  if (all.length === 0)
    return outcome === null
      ? sentence`Still open: ${[rest]}.`
      : sentence`Nothing: every step was taken and every change proven.`;
  return sentence`${joined(all, '; ')}${outcome === null ? [`; ${rest}`] : []}.`;
}

function status({ outcome, times, timeline, until, containments }: Told): readonly Phrase[] {
  if (outcome === null)
    return until === null
      ? sentence`Not begun: the journal is empty.`
      : sentence`Still open. The last entry was written at ${utcTime(until)}.`;
  const [opened, closed] = [timeline.find(({ type }) => type === 'incident.opened')?.at, times.at(-1)?.at];
  const [from, to] = [readTime(opened), readTime(closed)];
  const took = from === undefined || to === undefined ? '' : `, ${durationInWords(to - from)} after opening`;
  if (outcome === 'done' && containments.some(({ status }) => status === 'undone' || status === 'undoing'))
    return sentence`Closed${[took]}; not every change is still in place.`;
  if (outcome === 'nothing-contained')
    return sentence`Closed${[took]}: NOTHING is contained, no step for it applied.`;
  return outcome === 'done'
    ? sentence`Closed${[took]}: every containment proven, or skipped with a reason.`
    : sentence`Closed${[took]}, but not everything is proven.`;
}
