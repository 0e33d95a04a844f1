/** Whose events a timeline has. They are taken together, as one actor; one of them at least. */
export interface TimelineSubjects {
  /** Access key ids. */
  readonly keys?: readonly string[];
  /** ARNs, unique ids such as `AIDA…`, and plain names; see `principalMatch`. */
  readonly principals?: readonly string[];
  /** IP addresses and CIDR blocks, v4 and v6. */
  readonly addresses?: readonly string[];
}

export interface TimelineOptions extends TimelineSubjects {
  /** Only what happened from then and until then, ISO 8601 in UTC. What came before still counts as history. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Milliseconds without an event that are told as a quiet stretch; an hour if absent. */
  readonly quietMs?: number;
  /** Equal calls that follow each other within so many milliseconds are one entry; 0 folds nothing. 5 minutes if absent. */
  readonly foldMs?: number;
}

/** What can be new about a call. `api` is a service and a call of it; `user-agent` leaves out what changes with each call. */
export type FirstSeenKind = 'api' | 'region' | 'account' | 'address' | 'user-agent' | 'key';

/** One call, or several equal ones that follow each other. Of what differs between those, the first call's is given. */
export interface TimelineCall {
  readonly kind: 'call';
  /** When the first and the last of them were made, ISO 8601 in UTC. */
  readonly time: string;
  readonly lastTime: string;
  readonly count: number;
  readonly eventName: string;
  /** The service, such as `s3.amazonaws.com`. */
  readonly source: string | null;
  readonly region: string | null;
  /** The account whose trail it is from, and all accounts among whose records a matching copy is. */
  readonly account: string | null;
  readonly loggedBy: readonly string[];
  /** Who made it, in words: `user alice`, `role Deployer, session x`, `root of 111111111111`. */
  readonly principal: string | null;
  readonly principalArn: string | null;
  readonly accessKeyId: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly failed: boolean;
  /** The error code; for a sign-in, which has none, its message. */
  readonly error: string | null;
  readonly readOnly: boolean | null;
  readonly eventId: string | null;
  /** The access keys that the calls handed out, all of them. */
  readonly issuedKeyIds: readonly string[];
  /** What the call was about, such as `bucketName=logs key=a.txt`, and how many different ones there are. */
  readonly detail: string | null;
  readonly details: number;
  readonly firstSeen: readonly FirstSeenKind[];
}

export interface TimelineQuiet {
  readonly kind: 'quiet';
  /** The event before and the event after it. */
  readonly from: string;
  readonly to: string;
  readonly milliseconds: number;
}

export type TimelineEntry = TimelineCall | TimelineQuiet;

/** Something that the subjects had not done before. */
export interface FirstSeen {
  readonly what: FirstSeenKind;
  readonly value: string;
  readonly time: string;
  /** For how long the logs knew the subjects by then. */
  readonly historyMs: number;
}

/** A value, and how many events have it. */
export interface Tally {
  readonly value: string;
  readonly events: number;
}

export interface TimelineCounts {
  /** Events in the window, each once. */
  readonly events: number;
  readonly failed: number;
  /** Records that were further copies of one of them: delivered again, or logged by a second account. */
  readonly copies: number;
  /** Events of the subjects before the window; copies count. */
  readonly before: number;
  /** The most frequent first. */
  readonly accounts: readonly Tally[];
  readonly regions: readonly Tally[];
  readonly addresses: readonly Tally[];
  readonly principals: readonly Tally[];
  readonly keys: readonly Tally[];
}

/**
 * - `matched`: which ARNs a principal stands for
 * - `history`: what "first seen" rests on
 * - `nothing`: no event matched
 * - `lineage`: which keys were added because they are of a key's lineage
 * - `logs`: what logs were read
 */
export type TimelineNoteKind = 'matched' | 'history' | 'nothing' | 'lineage' | 'logs';

/** What one must know to read a timeline. */
export interface TimelineNote {
  readonly kind: TimelineNoteKind;
  readonly what: string;
}

/** A principal that was asked for, and the ARNs that the records have for it. */
export interface MatchedPrincipal {
  readonly asked: string;
  readonly arns: readonly string[];
}

/** All that the subjects did, oldest first. */
export interface Timeline {
  readonly subjects: {
    readonly keys: readonly string[];
    readonly principals: readonly MatchedPrincipal[];
    readonly addresses: readonly string[];
  };
  /** The first and the last event; null when there is none. */
  readonly from: string | null;
  readonly to: string | null;
  readonly window: { readonly from: string | null; readonly to: string | null };
  /** When the subjects are first seen in the logs, also before the window. */
  readonly historyFrom: string | null;
  readonly counts: TimelineCounts;
  readonly entries: readonly TimelineEntry[];
  readonly firstSeen: readonly FirstSeen[];
  readonly notes: readonly TimelineNote[];
}
