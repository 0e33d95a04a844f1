import { checkEvidence, journalPath, readJournal } from '@firebreak/incident';
import { EXIT } from '../exit-codes.ts';
import { writeReport } from '../incident/write-report.ts';

/** Checks an incident's journal and evidence, and writes its report again. */
export function reportCommand(folder: string): number {
  const entries = readJournal(journalPath(folder));
  const files = checkEvidence(folder, entries);
  const { markdown, html } = writeReport(folder, entries);
  process.stdout.write(`The journal's ${entries.length} lines and ${files} files of evidence are whole.\n`);
  process.stdout.write(`Report   ${html}\n         ${markdown}\n`);
  return EXIT.done;
}
