import {
  type BoundQuery,
  bindParameters,
  type DuckDbFolderEngine,
  type QueryEngine,
} from '@firebreak/athena';
import { EXIT } from '../exit-codes.ts';
import { OutputGone, onLeaving } from '../interrupt.ts';
import { type AnswerFlags, checkAnswerFlags } from '../query/answer-sink.ts';
import { checkSelect } from '../query/check-select.ts';
import { type EngineFlags, openEngine } from '../query/engine-flags.ts';
import { keepAnswer } from '../query/keep-answer.ts';
import { logNow, logSpan, windowOver } from '../query/log-span.ts';
import { queryNamed } from '../query/query-named.ts';
import { readParameters } from '../query/read-parameters.ts';
import { writeAnswer } from '../query/write-answer.ts';

export interface RunFlags extends EngineFlags, AnswerFlags {
  readonly param: readonly string[];
  /** A folder of an incident, whose evidence the answer becomes. */
  readonly incident?: string;
}

/** Runs a saved query, over local files or in Athena. */
export async function runCommand(name: string, flags: RunFlags): Promise<number> {
  const query = await queryNamed(name);
  const values = readParameters(flags.param);
  // Wrong parameters are said before anything is opened.
  bindParameters(query, values, () => new Date());
  return answer(flags, `No row. ${query.empty}`, async (engine, signal) => {
    const span = isFolder(engine) ? await logSpan(engine, signal) : undefined;
    if (!isFolder(engine) || span === undefined) return bindParameters(query, values, () => new Date());
    const asked = { ...windowOver(span, query), ...values };
    // Files may be years old: "7d" counts back from the newest event in them.
    const now = await logNow(engine, { span, query, values: asked }, signal);
    return bindParameters(query, asked, () => now);
  });
}

/** Runs a statement that somebody typed. */
export async function sqlCommand(sql: string, flags: Omit<RunFlags, 'param'>): Promise<number> {
  checkSelect(sql);
  return answer(flags, 'No row.', async () => ({ name: 'the statement', sql, values: [], parameters: {} }));
}

async function answer(
  flags: Omit<RunFlags, 'param'>,
  empty: string,
  bind: (engine: QueryEngine, signal: AbortSignal) => Promise<BoundQuery>,
): Promise<number> {
  checkAnswerFlags(flags);
  const { signal, release } = onLeaving();
  let engine: QueryEngine | undefined;
  try {
    engine = await openEngine(flags, signal);
    const query = await bind(engine, signal);
    if (flags.incident !== undefined) await keepAnswer(engine, query, flags.incident, signal);
    else await writeAnswer(engine, query, { ...flags, empty, signal });
    return EXIT.done;
  } catch (cause) {
    // As after "| head": who stops reading has what was wanted.
    if (cause instanceof OutputGone) return EXIT.done;
    throw cause;
  } finally {
    await engine?.close();
    release();
  }
}

function isFolder(engine: QueryEngine): engine is DuckDbFolderEngine {
  return 'files' in engine;
}
