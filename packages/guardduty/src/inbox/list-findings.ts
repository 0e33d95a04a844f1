import type { ClientFor } from './client-for.ts';
import { InboxProblem, NoRegionRead } from './errors.ts';
import { type InboxFilter, narrowFilter } from './inbox-filter.ts';
import type { InboxFinding, InboxProgress } from './inbox-finding.ts';
import { newestFirst } from './newest-first.ts';
import { type RegionRequest, readRegion } from './read-region.ts';

export interface ListFindingsOptions {
  readonly signal?: AbortSignal | undefined;
  /** Hears of each region: how far it is, that it is done, or why it failed. */
  readonly onProgress?: ((progress: InboxProgress) => void) | undefined;
}

/**
 * The inbox: findings of several regions, newest update first over all of them. All regions begin at once and are then
 * read page by page, no further than the findings are taken. With the credentials of the delegated administrator the
 * findings of all members are in it.
 *
 * A region that fails is told to `onProgress` and left out from there on; the others go on.
 *
 * Needs the permissions guardduty:ListDetectors, guardduty:ListFindings and guardduty:GetFindings.
 *
 * @throws {NoRegionRead} when every region failed, after whatever was found before, or when none was named. Its cause
 *   holds the problems.
 */
export async function* listFindings(
  clientFor: ClientFor,
  filter: InboxFilter,
  { signal, onProgress }: ListFindingsOptions = {},
): AsyncGenerator<InboxFinding> {
  const { criterion, wanted } = narrowFilter(filter);
  const limit = filter.limit ?? Number.POSITIVE_INFINITY;
  const regions = [...new Set(filter.regions)];
  const problems: InboxProblem[] = [];
  const tell = (progress: InboxProgress) => {
    if (progress.kind === 'region-failed') problems.push(progress.problem);
    onProgress?.(progress);
  };

  let found = 0;
  if (found >= limit) return;
  const streams = regions.map((region) => reported({ clientFor, region, criterion, signal }, wanted, tell));
  for await (const finding of newestFirst(streams)) {
    yield finding;
    found += 1;
    if (found >= limit) return;
  }
  if (problems.length === regions.length) throw noRegionRead(problems);
}

type Wanted = ReturnType<typeof narrowFilter>['wanted'];

async function* reported(
  request: Omit<RegionRequest, 'onPage'>,
  wanted: Wanted,
  tell: (progress: InboxProgress) => void,
): AsyncGenerator<InboxFinding> {
  const { region } = request;
  let read = 0;
  const onPage = (findings: number) => {
    read += findings;
    tell({ kind: 'page', region, read });
  };
  try {
    for await (const item of readRegion({ ...request, onPage })) if (wanted(item.finding)) yield item;
    tell({ kind: 'region-done', region, read });
  } catch (error) {
    if (!(error instanceof InboxProblem)) throw error;
    tell({ kind: 'region-failed', region, read, problem: error });
  }
}

function noRegionRead(problems: readonly InboxProblem[]): NoRegionRead {
  const [first] = problems;
  if (first === undefined) {
    return new NoRegionRead('Cannot list findings: no region was named', {
      remedy: 'Name at least one region.',
    });
  }
  return new NoRegionRead(
    `Cannot list findings: no region could be read to its end. ${problems.map(({ message }) => message).join('; ')}`,
    {
      remedy: first.remedy,
      cause: problems.length === 1 ? first : new AggregateError(problems, 'Every region failed'),
    },
  );
}
