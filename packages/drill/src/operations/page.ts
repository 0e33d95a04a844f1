/** What IAM's list operations take. */
export interface PageInput {
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}

export interface Page<T> {
  readonly items: T[];
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}

/** Cuts one page out of a list, 100 items unless told. Source: IAM API Reference, for example ListUserPolicies. */
export function page<T>(all: readonly T[], { Marker, MaxItems = 100 }: PageInput): Page<T> {
  const from = Marker === undefined ? 0 : Number(Marker);
  const to = from + MaxItems;
  const items = all.slice(from, to);
  return to < all.length ? { items, IsTruncated: true, Marker: String(to) } : { items, IsTruncated: false };
}
