import type { BoundQuery, QueryEngine } from '@firebreak/athena';
import { progressOnTerminal } from '../lineage/progress.ts';
import { type Answer, type AnswerFlags, openAnswer } from './answer-sink.ts';
import { progressText } from './query-progress.ts';
import { summaryLines } from './summary-lines.ts';

export interface WriteAnswerOptions extends AnswerFlags {
  /** What is said when no row comes back. */
  readonly empty: string;
  readonly signal: AbortSignal;
}

/**
 * Runs a query and writes its rows as they come. What it took, and what it went without, is said on standard error, so
 * that the rows can go on into another program.
 */
export async function writeAnswer(
  engine: QueryEngine,
  query: BoundQuery,
  { empty, signal, ...flags }: WriteAnswerOptions,
): Promise<void> {
  const progress = progressOnTerminal();
  let answer: Answer | undefined;
  try {
    const stream = await engine.stream(query, {
      signal,
      onProgress: (state) => progress.show(progressText(state)),
    });
    try {
      progress.clear();
      answer = await openAnswer(flags, stream.columns, signal);
      let rows = 0;
      for await (const row of stream.rows) {
        await answer.write(row);
        rows += 1;
      }
      progress.clear();
      await answer.end();
      answer = undefined;
      const lines = summaryLines(rows, stream.summary());
      if (rows === 0) lines.unshift(empty);
      process.stderr.write(`${lines.join('\n')}\n`);
    } finally {
      await stream.close();
    }
  } finally {
    progress.clear();
    await answer?.drop();
  }
}
