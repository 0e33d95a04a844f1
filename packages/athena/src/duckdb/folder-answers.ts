import type { LogFile } from '@firebreak/cloudtrail';
import type { QueryProgress, SetAsideFile } from '../query-engine.ts';
import type { CachedFiles, TrailCache } from './cache/open-cache.ts';
import { fileInError } from './file-in-error.ts';
import { type Hunt, huntedBytes } from './hunt-records.ts';
import type { LogShelf } from './log-shelf.ts';
import { neededColumns } from './needed-columns.ts';
import type { Answered, Asking } from './open-stream.ts';
import { proveFiles } from './prove-files.ts';
import { askWhole } from './query-answer.ts';
import { isInScope, queryScope } from './query-scope.ts';
import { type TrailSources, trailView } from './trail-view.ts';

/** What a query opens: log files, and what was made of other log files before. */
export interface OpenedFiles {
  readonly logs: readonly string[];
  readonly parquet: readonly string[];
}

export interface FolderAnswersOptions {
  readonly files: readonly LogFile[];
  readonly shelf: LogShelf;
  readonly cache: TrailCache | undefined;
  readonly hunt: Hunt;
  readonly onFiles: (opened: OpenedFiles) => void;
}

/** Files that break between one attempt and the next, before the query is given up. */
const ATTEMPTS = 8;
const TICK_MS = 500;

/** Answers queries over the files of a folder. */
export class FolderAnswers {
  readonly #options: FolderAnswersOptions;
  readonly #listed: ReadonlySet<string>;
  #cache: TrailCache | undefined;

  constructor(options: FolderAnswersOptions) {
    this.#options = options;
    this.#cache = options.cache;
    this.#listed = new Set(options.files.map(({ path }) => path));
  }

  async answer(asking: Asking): Promise<Answered> {
    const { files } = this.#options;
    const scope = queryScope(asking.query);
    const wanted = files.filter((file) => isInScope(file, scope));
    const cached = await this.#cached(wanted);
    const rest = wanted.filter(({ path }) => !cached.covered.has(path));
    for (let attempt = 1; ; attempt += 1) {
      const sources = await this.#sources(rest, asking);
      this.#options.onFiles({
        logs: rest.map(({ path }) => path),
        parquet: cached.parquet,
      });
      try {
        const answer = await this.#ask({ ...sources, parquet: cached.parquet }, wanted.length, asking);
        return { ...answer, summary: this.#summary(wanted, rest, cached) };
      } catch (cause) {
        asking.signal.throwIfAborted();
        if (attempt === ATTEMPTS) throw cause;
        const message = cause instanceof Error ? cause.message : String(cause);
        if (fileInError(message, cached.parquet) !== undefined) {
          // Dropped or damaged meanwhile: the log files themselves are still there.
          this.#cache = undefined;
          return this.answer(asking);
        }
        const failed = fileInError(message, [...sources.placed, ...sources.loose]);
        if (failed === undefined) throw cause;
        this.#options.shelf.distrust(failed);
        await proveFiles(asking.connection, { ...this.#options, files: rest, signal: asking.signal });
      }
    }
  }

  async #cached(wanted: readonly LogFile[]): Promise<CachedFiles> {
    return (
      (await this.#cache?.covering(wanted, this.#listed)) ?? { parquet: [], bytes: 0, covered: new Map() }
    );
  }

  async #sources(rest: readonly LogFile[], { query, signal, report }: Asking): Promise<TrailSources> {
    const { shelf, hunt } = this.#options;
    const onSpooled = (filesDone: number, filesTotal: number) =>
      report({ state: 'converting', filesDone, filesTotal });
    const needles = huntedBytes(query);
    if (needles !== undefined) return hunt.sources(rest, { needles, signal, onSpooled });
    return shelf.sources(rest, { signal, onSpooled });
  }

  async #ask(sources: TrailSources, filesTotal: number, asking: Asking) {
    const report = (progress: Partial<QueryProgress> = {}) =>
      asking.report({ state: 'running', filesTotal, ...progress });
    const ticks = setInterval(report, TICK_MS);
    try {
      report();
      await asking.connection.run(trailView(sources, neededColumns(asking.query.sql)));
      const answer = await askWhole(asking);
      report({ state: 'reading', filesDone: filesTotal });
      return answer;
    } finally {
      clearInterval(ticks);
    }
  }

  #summary(
    wanted: readonly LogFile[],
    rest: readonly LogFile[],
    { bytes, covered }: CachedFiles,
  ): Answered['summary'] {
    const { shelf, hunt } = this.#options;
    const setAside = wanted.flatMap(({ path }): SetAsideFile[] => {
      const broken = shelf.setAside.get(path) ?? hunt.setAside.get(path) ?? covered.get(path);
      return broken === undefined ? [] : [broken];
    });
    return {
      bytesRead: rest.reduce((sum, file) => sum + file.bytes, bytes),
      filesRead: wanted.length,
      setAside,
    };
  }
}
