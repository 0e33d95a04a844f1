import { RowSource } from '@firebreak/cloudtrail';
import type { Finding } from '@firebreak/guardduty';
import { savedQueries } from '../content.ts';
import { askTable } from '../lineage/table-rows.ts';
import { type EngineFlags, openCentral } from '../query/engine-flags.ts';
import { bindSaved } from './bind-saved.ts';
import type { OpenedLogs } from './open-logs.ts';

const DAY_MS = 86_400_000;
/** A session lives for 36 hours at most, so that what issued the first one lies no earlier. */
const DAYS_BEFORE = 2;
/** As far back as GuardDuty keeps findings, and as a responder may want to pay for. */
const MOST_DAYS = 90;

/** The central bucket as the logs of an incident, through Athena: from shortly before the finding's first sign to now. */
export async function openCentralLogs(
  flags: EngineFlags,
  finding: Pick<Finding, 'firstSeen'>,
  { signal, now = new Date() }: { readonly signal: AbortSignal; readonly now?: Date },
): Promise<OpenedLogs> {
  const queries = await savedQueries();
  const engine = await openCentral(flags, signal);
  const earliest = now.getTime() - MOST_DAYS * DAY_MS;
  const seen = Date.parse(finding.firstSeen ?? '');
  const begin = Number.isNaN(seen) ? earliest : Math.max(earliest, seen - DAYS_BEFORE * DAY_MS);
  const span = { from: textOf(new Date(Math.min(begin, now.getTime()))), to: textOf(now) };
  const { database = 'firebreak', workgroup = 'primary' } = flags;
  return {
    description: `Athena, table ${database}.cloudtrail_logs in workgroup ${workgroup}, ${span.from} to ${span.to}`,
    lineage: new RowSource(askTable(engine, span, signal), span),
    bind: (name, parameters) => bindSaved(queries, name, parameters, span),
    run: (query, abort) => engine.run(query, { signal: abort }),
    close: () => engine.close(),
  };
}

function textOf(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}
