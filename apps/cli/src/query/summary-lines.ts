import type { QuerySummary } from '@firebreak/athena';
import { safeText } from '@firebreak/untrusted';
import { bytesText } from './byte-count.ts';
import { dollars } from './query-progress.ts';

/** As many files that a query went without are named one by one. */
const NAMED = 10;

/** What answering took, and what the answer went without. */
export function summaryLines(rows: number, summary: QuerySummary): string[] {
  const { engine, executionId, filesRead, bytesRead, costUsd, executionMs, reused, setAside } = summary;
  const parts = [`${rows} row${rows === 1 ? '' : 's'}`, engine];
  if (filesRead !== undefined) parts.push(`${filesRead} file${filesRead === 1 ? '' : 's'}`);
  if (bytesRead !== undefined) parts.push(`${bytesText(bytesRead)} read`);
  if (costUsd !== undefined) parts.push(dollars(costUsd));
  if (executionMs !== undefined) parts.push(`${(executionMs / 1_000).toFixed(1)} s`);
  if (reused) parts.push('an earlier answer, used again');
  if (executionId !== undefined) parts.push(`execution ${executionId}`);
  const lines = [safeText(parts.join(' · '))];
  if (setAside.length === 0) return lines;
  const count = `${setAside.length} file${setAside.length === 1 ? '' : 's'}`;
  const named = setAside.slice(0, NAMED).map(({ file, why, byte }) => {
    return safeText(`  ${file}${byte === undefined ? '' : ` at byte ${byte}`}: ${why}`);
  });
  const more = setAside.length > NAMED ? [`  and ${setAside.length - NAMED} more`] : [];
  return [
    ...lines,
    `${count} set aside, used only up to where it broke; the answer may lack what it holds:`,
    ...named,
    ...more,
  ];
}
