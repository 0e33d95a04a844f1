import type { QueryColumn } from '@firebreak/athena';
import { UsageProblem } from '../errors.ts';
import { draftOf, failed, type Output, outputFile, standardOutput } from './output-file.ts';
import type { Format, RowWriter } from './row-writer.ts';
import { textRows } from './text-rows.ts';

/** Where rows go and in which form. */
export interface AnswerFlags {
  readonly format: Format;
  readonly output?: string;
}

/** Rows on their way to a file or a terminal; `drop` leaves nothing of them behind. */
export interface Answer extends RowWriter {
  drop(): Promise<void>;
}

/** @throws {UsageProblem} before anything runs, when the flags do not go together. */
export function checkAnswerFlags({ format, output }: AnswerFlags): void {
  if (format !== 'parquet' || output !== undefined) return;
  throw new UsageProblem('Cannot write Parquet to the terminal', {
    remedy: 'Name a file with --output FILE.',
  });
}

/** Begins an answer. A file is there only once it is whole. */
export async function openAnswer(
  { format, output }: AnswerFlags,
  columns: readonly QueryColumn[],
  signal: AbortSignal,
): Promise<Answer> {
  if (format === 'parquet') return parquetAnswer(output ?? '', columns);
  const to: Output = output === undefined ? standardOutput(signal) : await outputFile(output);
  const rows = textRows(format, columns, to.sink);
  return {
    write: (row) => rows.write(row),
    async end() {
      await rows.end();
      await to.keep();
    },
    drop: () => to.drop(),
  };
}

async function parquetAnswer(path: string, columns: readonly QueryColumn[]): Promise<Answer> {
  const { openParquet } = await import('@firebreak/athena');
  const { rename, rm } = await import('node:fs/promises');
  const draft = draftOf(path);
  const parquet = await openParquet(draft, columns);
  return {
    write: (row) => parquet.write(row),
    async end() {
      await parquet.end().catch(failed(path));
      await rename(draft, path).catch(failed(path));
    },
    async drop() {
      await parquet.drop();
      await rm(draft, { force: true });
    },
  };
}
