import { FindingCollector, type ReadFindingsOptions } from './collect-findings.ts';
import { JsonDocuments } from './documents/json-documents.ts';
import { NOT_WHOLE, parseWhole } from './documents/whole-line.ts';
import { FindingNotJson } from './errors.ts';
import type { Finding } from './finding.ts';

/** Longer text is scanned before it is parsed, for the depth of its nesting. */
const MAX_STRAIGHT = 64 * 1024;

/**
 * Reads every finding of a text. The shape is detected, never asked for:
 *
 * - GuardDuty's own JSON: a GetFindings answer (SDK, CLI or raw HTTP), an EventBridge event, the lines of an S3 export, a
 *   bare finding, a row of an Athena table;
 * - AWS Security Finding Format of Security Hub: an API answer, an EventBridge event, bare, or one level down in another
 *   tool's object;
 * - OCSF Detection Finding (class 2004) and Security Finding (class 2001) of Security Lake.
 *
 * The text may hold one JSON document, a list, JSON lines, or documents one after the other. Values that are no finding
 * are passed over and told to `onPassedOver`. For files that do not fit in memory, and for gzip, see `readFindings`.
 *
 * Takes time in proportion to the length of the text. Throws nothing but the errors below.
 *
 * @param source What to call the text in errors, such as the file's path.
 * @throws {FindingNotJson} with line and column when the text is not JSON.
 * @throws {FindingTooLarge} when one document has more than 64 Mi characters.
 * @throws {NotAFinding} when there is no finding in it, naming what is missing.
 *
 * Source: GuardDuty API Reference, "GetFindings"; GuardDuty User Guide, "Processing GuardDuty findings with Amazon
 * EventBridge", "Exporting generated findings to Amazon S3", "Integrating AWS Security Hub CSPM"; OCSF schema 1.1.0.
 */
export function parseFindings(text: string, source: string, options: ReadFindingsOptions = {}): Finding[] {
  const collector = new FindingCollector(source, options);
  const found: Finding[] = [];
  const whole = text.length <= MAX_STRAIGHT ? parseWhole(text) : NOT_WHOLE;
  if (whole !== NOT_WHOLE) collector.take({ value: whole, line: 1 }, found);
  else readDocuments(text, source, collector, found);
  collector.end(found);
  return found;
}

function readDocuments(text: string, source: string, collector: FindingCollector, found: Finding[]): void {
  let isEmpty = true;
  const documents = new JsonDocuments(source, (document) => {
    isEmpty = false;
    collector.take(document, found);
  });
  documents.push(text);
  documents.end();
  if (!isEmpty) return;
  throw new FindingNotJson('Cannot read finding: the text is empty', {
    where: `${source}:1:1`,
    remedy: 'Save the finding as JSON, for example: aws guardduty get-findings … > finding.json',
  });
}
