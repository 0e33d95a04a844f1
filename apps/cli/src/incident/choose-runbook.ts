import { join } from 'node:path';
import type { Finding } from '@firebreak/guardduty';
import { type Runbook, RunbookMissing, readRunbook } from '@firebreak/runbook';
import { allRunbooks, RUNBOOKS, vocabulary } from '../content.ts';
import { runbookOf } from '../finding/runbook-of.ts';

/**
 * The runbook that was asked for, by id or by path, or the one that covers the finding's type.
 *
 * @throws {RunbookMissing} when there is none.
 */
export async function chooseRunbook(finding: Finding, asked: string | undefined): Promise<Runbook> {
  if (asked !== undefined) {
    const path = asked.endsWith('.md') ? asked : join(RUNBOOKS, `${asked}.md`);
    return readRunbook(path, await vocabulary(), new Date());
  }
  const runbooks = await allRunbooks();
  const runbook = runbookOf(finding.type.name, runbooks);
  if (runbook !== undefined) return runbook;
  throw new RunbookMissing(`Cannot choose a runbook: none covers ${finding.type.name}`, {
    remedy: `Name one with --runbook: ${runbooks.map(({ id }) => id).join(', ')}.`,
  });
}
