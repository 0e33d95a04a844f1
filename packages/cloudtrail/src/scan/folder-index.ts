import type { Issuance } from '../lineage/issuance.ts';
import type { LineageGap } from '../lineage/lineage.ts';
import type { LineageCoverage, LineageSource, NamedSessions } from '../lineage/lineage-source.ts';
import type { TrailCall, TrailCaller } from '../lineage/trail-call.ts';
import { TrailIndex } from '../lineage/trail-index.ts';
import type { LogFile } from '../read/log-files.ts';
import { readEvent } from '../read/read-event.ts';
import { readLog } from '../read/read-log.ts';
import type { TrailEvent } from '../read/trail-event.ts';
import { IssuingLinks } from './issuing-links.ts';
import type { KeptRecord, KeptRecords } from './kept-records.ts';
import { SWITCH, SWITCH_MARK } from './lineage-search.ts';
import { markOf } from './mark.ts';
import type { ScanOptions } from './scan-parts.ts';
import { scanRecords } from './scan-records.ts';
import { UNSURE_MARK } from './session-mark.ts';

/** What one pass over a folder has brought. */
export interface FolderPass {
  readonly files: readonly LogFile[];
  /** For each file the marks of the keys and events that it mentions. */
  readonly marks: readonly Uint32Array[];
  /** The records that a lineage may need; absent where they are too many to keep. */
  readonly kept: KeptRecords | undefined;
  readonly coverage: LineageCoverage;
}

/**
 * A {@link LineageSource} over files that were gone through once. It parses the records that it is asked for, and goes
 * back to the files that mention a key where a lineage asks who the key belongs to. It answers for every key what a
 * `TrailIndex` of all events would.
 */
export class FolderIndex implements LineageSource {
  readonly #pass: FolderPass;
  readonly #options: Pick<ScanOptions, 'threads' | 'signal'>;
  readonly #index = new TrailIndex();
  readonly #links = new IssuingLinks();
  readonly #looked = new Set<string>();
  readonly #identified = new Set<string>();
  readonly #named = new Set<string>();
  readonly #readWhole = new Set<number>();

  /** @param identified Keys whose calls are all among the kept records. */
  constructor(
    pass: FolderPass,
    options: Pick<ScanOptions, 'threads' | 'signal'>,
    identified: readonly string[],
  ) {
    this.#pass = pass;
    this.#options = options;
    this.#index.cover(pass.coverage);
    if (pass.kept !== undefined) for (const key of identified) this.#identified.add(key);
  }

  get coverage(): LineageCoverage {
    return this.#pass.coverage;
  }

  /** How many files there are. */
  get files(): number {
    return this.#pass.files.length;
  }

  /** Adds a gap to every lineage, such as files that could not be read. */
  note(gap: LineageGap): void {
    this.#index.note(gap);
  }

  gaps(): readonly LineageGap[] {
    return this.#index.gaps();
  }

  async issuanceOf(accessKeyId: string): Promise<Issuance | undefined> {
    await this.#complete(accessKeyId);
    return this.#index.issuanceOf(accessKeyId);
  }

  async issuedBy(accessKeyId: string): Promise<readonly Issuance[]> {
    await this.#complete(accessKeyId);
    return this.#index.issuedBy(accessKeyId);
  }

  async identityOf(accessKeyId: string): Promise<TrailCaller | undefined> {
    await this.#identify([accessKeyId]);
    return this.#index.identityOf(accessKeyId);
  }

  async otherCredentialsBy(accessKeyId: string): Promise<readonly TrailCall[]> {
    await this.#look(accessKeyId);
    return this.#index.otherCredentialsBy(accessKeyId);
  }

  async sessionsNamed(instanceId: string): Promise<NamedSessions> {
    if (!this.#named.has(instanceId)) {
      this.#named.add(instanceId);
      // All that is recorded of an instance's sessions holds its id: what was asked for, and the ARN of the session.
      const { kept, files } = this.#pass;
      for (const record of kept?.takeWith(instanceId) ?? []) await this.#learnKept(record);
      const places = kept === undefined ? files : this.#filesWith([markOf(instanceId), UNSURE_MARK]);
      await this.#search(places, [`/${textOf(instanceId)}"`, JSON.stringify(instanceId)]);
      const { issued, seen } = await this.#index.sessionsNamed(instanceId);
      for (const { accessKeyId } of issued) await this.#complete(accessKeyId);
      await this.#identify(seen.map(({ accessKeyId }) => accessKeyId));
    }
    return this.#index.sessionsNamed(instanceId);
  }

  async switchesTo(sessionArn: string): Promise<readonly TrailCall[]> {
    await this.#look(SWITCH, SWITCH_MARK);
    return this.#index.switchesTo(sessionArn);
  }

  /** Learns all records of the calls that handed out the key, and of those that it signed and that handed out others. */
  async #complete(key: string): Promise<void> {
    const done = new Set<string>();
    await this.#look(key);
    const queue = [key, ...this.#links.ofSigner(key)];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (done.has(next)) continue;
      done.add(next);
      await this.#look(next);
      queue.push(...this.#links.ofIssued(next));
    }
  }

  /** Learns the records that a lineage may need and that mention a key or a shared event. */
  async #look(text: string, mark = markOf(text)): Promise<void> {
    if (text === '' || this.#looked.has(text)) return;
    this.#looked.add(text);
    const { kept } = this.#pass;
    if (kept === undefined) await this.#search(this.#filesWith([mark]), [JSON.stringify(text)]);
    else for (const record of kept.take(mark)) await this.#learnKept(record);
  }

  /** Learns all records that mention one of the keys. */
  async #identify(keys: readonly string[]): Promise<void> {
    const news = keys.filter((key) => key !== '' && !this.#identified.has(key));
    for (const key of keys) {
      await this.#look(key);
      this.#identified.add(key);
    }
    if (news.length > 0)
      await this.#search(
        this.#filesWith(news.map((key) => markOf(key))),
        news.map((key) => JSON.stringify(key)),
      );
  }

  #filesWith(marks: readonly number[]): LogFile[] {
    return this.#pass.files.filter((_, index) => {
      const ofFile = this.#pass.marks[index];
      return marks.some((mark) => ofFile?.includes(mark));
    });
  }

  async #search(files: readonly LogFile[], needles: readonly string[]): Promise<void> {
    // What broke in these files was told when they were gone through.
    const options = { ...this.#options, needles, onBroken: () => {} };
    for await (const { event } of scanRecords(files, options)) this.#learn(event);
  }

  async #learnKept({ file, text }: KeptRecord): Promise<void> {
    try {
      const event = readEvent(JSON.parse(text.toString()));
      if (event !== undefined) this.#learn(event);
    } catch {
      await this.#readAll(file);
    }
  }

  /** A delivery file whose records cannot be told apart by bytes: the records before the damage are read. */
  async #readAll(index: number): Promise<void> {
    const file = this.#pass.files[index];
    if (file === undefined || this.#readWhole.has(index)) return;
    this.#readWhole.add(index);
    for await (const events of readLog(file)) for (const event of events) this.#learn(event);
  }

  #learn(event: TrailEvent): void {
    this.#index.add(event);
    this.#links.add(event);
  }
}

/** A text as it stands in JSON, without the quotes. */
function textOf(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
