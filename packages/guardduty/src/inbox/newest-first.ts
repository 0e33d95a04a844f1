import { type InboxFinding, updatedAt } from './inbox-finding.ts';

type Head = { readonly stream: AsyncGenerator<InboxFinding>; readonly finding: InboxFinding };

/**
 * Merges streams that are each newest first into one that is. All streams are asked at once for their first finding,
 * and afterwards only the one whose finding was taken, so no more is read than is needed. Streams that are not read to
 * their end are closed.
 */
export async function* newestFirst(
  streams: readonly AsyncGenerator<InboxFinding>[],
): AsyncGenerator<InboxFinding> {
  try {
    let heads = (await Promise.all(streams.map(headOf))).flat();
    for (let first = newest(heads); first !== undefined; first = newest(heads)) {
      const taken = first;
      yield taken.finding;
      const next = await headOf(taken.stream);
      heads = [...heads.filter((head) => head !== taken), ...next];
    }
  } finally {
    await Promise.allSettled(streams.map((stream) => stream.return(undefined)));
  }
}

async function headOf(stream: AsyncGenerator<InboxFinding>): Promise<Head[]> {
  const { done, value } = await stream.next();
  return done === true ? [] : [{ stream, finding: value }];
}

function newest(heads: readonly Head[]): Head | undefined {
  return heads.reduce<Head | undefined>(
    (best, head) => (best === undefined || updatedAt(head.finding) > updatedAt(best.finding) ? head : best),
    undefined,
  );
}
