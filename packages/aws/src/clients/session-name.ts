/** Who works on what. Both go into names that CloudTrail shows, so neither is a secret. */
export interface SessionPurpose {
  readonly responder: string;
  /** The incident's id; absent where nothing is responded to, such as when access is checked. */
  readonly incident?: string | undefined;
}

/** Source: AWS STS API Reference, "AssumeRole": `[\w+=,.@-]*`, 2 to 64 characters, for both names. */
const LONGEST = 64;
const RESPONDER = 24;
const NOT_ALLOWED = /[^a-zA-Z0-9_+=,.@-]+/g;

/** `alice@20260914T093000Z-leaked-key`: what stands in every record of the session. */
export function sessionName({ responder, incident = 'firebreak' }: SessionPurpose): string {
  const who = allowed(responder).slice(0, RESPONDER);
  return `${who}@${allowed(incident)}`.slice(0, LONGEST);
}

/** Who is behind the session. It stays when the session assumes further roles, and cannot be changed. */
export function sourceIdentity({ responder }: SessionPurpose): string {
  return allowed(responder).slice(0, LONGEST).padEnd(2, '-');
}

function allowed(text: string): string {
  return text.replace(NOT_ALLOWED, '-') || 'unknown';
}
