import type { Condition } from '@aws-sdk/client-guardduty';
import { ask, type ClientFor, guardDutySdk } from './client-for.ts';
import { GuardDutyNotEnabled } from './errors.ts';
import { type InboxFinding, type RawFinding, updatedAt } from './inbox-finding.ts';
import { newestFirst } from './newest-first.ts';

/** What is asked of a region. */
export interface RegionRequest {
  readonly clientFor: ClientFor;
  readonly region: string;
  readonly criterion: Record<string, Condition>;
  readonly signal: AbortSignal | undefined;
  /** Hears how many findings a page held. */
  readonly onPage: (findings: number) => void;
}

/** ListFindings gives at most 50 ids a page, and GetFindings takes at most 50. */
const PAGE = 50;

/**
 * The findings of all detectors of one region, newest first, read page by page as they are taken.
 *
 * @throws {GuardDutyNotEnabled} when the region has no detector; another InboxProblem when a call fails.
 */
export async function* readRegion(request: RegionRequest): AsyncGenerator<InboxFinding> {
  const detectors = await detectorsOf(request);
  if (detectors.length === 0) {
    throw new GuardDutyNotEnabled(`Cannot list findings in ${request.region}: it has no detector`, {
      remedy: `Enable GuardDuty in ${request.region}; until then nothing there is watched. Or leave the region out.`,
    });
  }
  yield* newestFirst(detectors.map((detector) => readDetector(request, detector)));
}

async function detectorsOf({ clientFor, region, signal }: RegionRequest): Promise<readonly string[]> {
  const { ListDetectorsCommand } = await guardDutySdk();
  const detectors: string[] = [];
  let token: string | undefined;
  do {
    const command = new ListDetectorsCommand(token === undefined ? {} : { NextToken: token });
    const answer = await ask('ListDetectors', region, signal, (options) =>
      clientFor(region).send(command, options),
    );
    detectors.push(...(answer.DetectorIds ?? []));
    token = answer.NextToken || undefined;
  } while (token !== undefined);
  return detectors;
}

/** Findings that are updated while pages are read move to the front and push others onto the next page: seen twice. */
async function* readDetector(request: RegionRequest, detectorId: string): AsyncGenerator<InboxFinding> {
  const { clientFor, region, criterion, signal } = request;
  const { ListFindingsCommand } = await guardDutySdk();
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const command = new ListFindingsCommand({
      DetectorId: detectorId,
      SortCriteria: { AttributeName: 'updatedAt', OrderBy: 'DESC' },
      MaxResults: PAGE,
      ...(Object.keys(criterion).length === 0 ? {} : { FindingCriteria: { Criterion: criterion } }),
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const answer = await ask('ListFindings', region, signal, (options) =>
      clientFor(region).send(command, options),
    );
    const ids = (answer.FindingIds ?? []).filter((id) => !seen.has(id));
    for (const id of ids) seen.add(id);
    const findings = await getFindings(request, detectorId, ids);
    request.onPage(findings.length);
    yield* findings;
    token = answer.NextToken || undefined;
  } while (token !== undefined);
}

async function getFindings(
  { clientFor, region, signal }: RegionRequest,
  detectorId: string,
  ids: readonly string[],
): Promise<readonly InboxFinding[]> {
  if (ids.length === 0) return [];
  const { GetFindingsCommand } = await guardDutySdk();
  const command = new GetFindingsCommand({ DetectorId: detectorId, FindingIds: [...ids] });
  const answer = await ask('GetFindings', region, signal, (options) =>
    clientFor(region).send(command, options),
  );
  return (answer.Findings ?? [])
    .map((finding) => ({ region, detectorId, finding: plain(finding) }))
    .sort((a, b) => updatedAt(b) - updatedAt(a));
}

/** The SDK holds some times as Date; in JSON they are text. */
function plain(finding: object): RawFinding {
  return JSON.parse(JSON.stringify(finding)) as RawFinding;
}
