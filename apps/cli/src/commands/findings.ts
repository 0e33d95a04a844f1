import { connectGuardDuty, type InboxFilter, listFindings, parseFindings } from '@firebreak/guardduty';
import { safeText } from '@firebreak/untrusted';
import { allRunbooks } from '../content.ts';
import { UsageProblem } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import { findingObject } from '../finding/finding-object.ts';
import { runbookIdOf } from '../finding/runbook-of.ts';
import { onLeaving } from '../interrupt.ts';
import { jsonText } from '../json/json-text.ts';

export interface FindingsFlags {
  readonly region: readonly string[];
  readonly severity?: string;
  readonly type: readonly string[];
  readonly account: readonly string[];
  readonly since?: string;
  readonly archived?: boolean;
  readonly limit: string;
  readonly profile?: string;
  readonly json?: boolean;
}

/** The inbox: GuardDuty's findings, newest first over all regions. */
export async function findingsCommand(flags: FindingsFlags): Promise<number> {
  const filter = filterOf(flags);
  const { signal, release } = onLeaving();
  const runbooks = await allRunbooks();
  const clientFor = await connectGuardDuty(flags.profile === undefined ? {} : { profile: flags.profile });
  let failed = 0;
  let count = 0;
  try {
    const inbox = listFindings(clientFor, filter, {
      signal,
      onProgress(progress) {
        if (progress.kind !== 'region-failed') return;
        failed += 1;
        process.stderr.write(
          `${progress.region} is not in the list: ${safeText(progress.problem.message)}\n`,
        );
      },
    });
    for await (const { region, finding: raw } of inbox) {
      const [finding] = parseFindings(JSON.stringify({ Findings: [raw] }), region);
      if (finding === undefined) continue;
      count += 1;
      const { id, type, severity, accountId, updatedAt, count: times } = finding;
      if (flags.json)
        process.stdout.write(`${jsonText(findingObject(finding, runbookIdOf(type.name, runbooks)))}\n`);
      else {
        const cells = [
          severity.label.padEnd(8),
          updatedAt,
          accountId,
          region,
          type.name,
          times && `${times}x`,
          id,
        ];
        process.stdout.write(
          `${cells
            .filter(Boolean)
            .map((cell) => safeText(cell))
            .join('  ')}\n`,
        );
      }
    }
  } finally {
    release();
  }
  if (count === 0 && !flags.json)
    process.stdout.write(
      'No findings. A quiet inbox is no proof: GuardDuty takes repeated use for normal.\n',
    );
  return failed === 0 ? EXIT.done : EXIT.failed;
}

const SEVERITIES: Readonly<Record<string, number>> = { low: 1, medium: 4, high: 7, critical: 9 };

function filterOf({ region, severity, type, account, since, archived, limit }: FindingsFlags): InboxFilter {
  const own = process.env['AWS_REGION'] || process.env['AWS_DEFAULT_REGION'];
  const regions = region.length > 0 ? region : own ? [own] : [];
  if (regions.length === 0)
    throw usage('no region is given', 'Name one or more: --region us-east-1 eu-west-1');
  const minimum =
    severity === undefined ? undefined : (SEVERITIES[severity.toLowerCase()] ?? Number(severity));
  if (minimum !== undefined && !(minimum >= 0 && minimum <= 10)) {
    throw usage(
      `the severity "${severity}" is none`,
      'Use low, medium, high, critical or a number from 1 to 10.',
    );
  }
  const most = Number(limit);
  if (!Number.isInteger(most) || most < 1)
    throw usage(`the limit "${limit}" is none`, 'Use a whole number from 1.');
  return {
    regions,
    types: type,
    accounts: account,
    archived: archived === true,
    limit: most,
    ...(minimum === undefined ? {} : { minimumSeverity: minimum }),
    ...(since === undefined ? {} : { since: timeOf(since) }),
  };
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

function timeOf(text: string): Date {
  const [, amount, unit = ''] = /^(\d+)([mhdw])$/.exec(text) ?? [];
  const time = amount === undefined ? Date.parse(text) : Date.now() - Number(amount) * (UNITS[unit] ?? 0);
  if (Number.isNaN(time))
    throw usage(`"${text}" is no time`, 'Use 7d, 36h, or a time such as 2026-09-14T08:00:00Z.');
  return new Date(time);
}

function usage(what: string, remedy: string): UsageProblem {
  return new UsageProblem(`Cannot list findings: ${what}`, { remedy });
}
