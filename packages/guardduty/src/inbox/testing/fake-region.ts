/** A finding as GuardDuty sends it over HTTP. */
export interface WireFinding {
  readonly id: string;
  readonly accountId: string;
  readonly type: string;
  readonly severity: number;
  readonly updatedAt: string;
  readonly service: { readonly archived: boolean };
}

/** One region of the fake service. */
export interface FakeRegion {
  readonly detectors: Readonly<Record<string, readonly WireFinding[]>>;
  /** How many items a page holds at most. */
  readonly pageSize?: number;
  /** Asked before each request: the error to answer with, such as `[403, 'AccessDeniedException']`. */
  readonly fault?: (path: string) => readonly [number, string] | undefined;
}

export interface FakeAnswer {
  readonly status: number;
  readonly error?: string;
  readonly body: object;
}

type Body = Record<string, unknown>;

/** Answers as GuardDuty does: the paths, names and paging of its REST API. */
export function answerRequest(region: FakeRegion | undefined, path: string, body: Body): FakeAnswer {
  const { pathname, searchParams } = new URL(path, 'http://fake');
  const fault = region?.fault?.(pathname);
  if (region === undefined) return failed(403, 'UnrecognizedClientException');
  if (fault !== undefined) return failed(...fault);
  const size = region.pageSize ?? 50;
  if (pathname === '/detector') {
    const { items, nextToken } = page(Object.keys(region.detectors), size, searchParams.get('nextToken'));
    return { status: 200, body: { detectorIds: items, nextToken } };
  }
  const [, , detector = '', , operation] = pathname.split('/');
  const findings = region.detectors[detector];
  if (findings === undefined) return failed(400, 'BadRequestException');
  const named = body['findingIds'] as readonly string[] | undefined;
  if (named !== undefined && named.length > 50) return failed(400, 'BadRequestException');
  if (operation === undefined) return { status: 200, body: listed(findings, body, size) };
  if (operation !== 'get') return { status: 200, body: {} };
  return { status: 200, body: { findings: findings.filter(({ id }) => named?.includes(id)) } };
}

function listed(findings: readonly WireFinding[], body: Body, size: number): object {
  const { criterion = {} } = (body['findingCriteria'] ?? {}) as { criterion?: Record<string, Condition> };
  const ids = findings
    .filter((finding) =>
      Object.entries(criterion).every(([name, condition]) => holds(finding, name, condition)),
    )
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    .map(({ id }) => id);
  const { items, nextToken } = page(ids, size, (body['nextToken'] as string | undefined) ?? null);
  return { findingIds: items, nextToken };
}

type Condition = { readonly equals?: readonly string[]; readonly greaterThanOrEqual?: number };

function holds(finding: WireFinding, name: string, { equals, greaterThanOrEqual }: Condition): boolean {
  const value: unknown = {
    severity: finding.severity,
    type: finding.type,
    accountId: finding.accountId,
    updatedAt: Date.parse(finding.updatedAt),
    'service.archived': String(finding.service.archived),
  }[name];
  if (equals !== undefined) return equals.includes(String(value));
  return greaterThanOrEqual === undefined || Number(value) >= greaterThanOrEqual;
}

/** The service answers an empty token on the last page. */
function page(items: readonly string[], size: number, token: string | null) {
  const start = Number(token ?? 0);
  const end = start + size;
  return { items: items.slice(start, end), nextToken: end < items.length ? String(end) : '' };
}

function failed(status: number, error: string): FakeAnswer {
  return { status, error, body: { message: `${error} of the fake`, __type: error } };
}
