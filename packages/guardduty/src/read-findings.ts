import { StringDecoder } from 'node:string_decoder';
import { FindingCollector, type ReadFindingsOptions } from './collect-findings.ts';
import { JsonDocuments } from './documents/json-documents.ts';
import { unzipped } from './documents/unzipped.ts';
import type { Finding } from './finding.ts';

/**
 * Reads findings out of a stream of bytes, as a file or an S3 object gives them, gzip or not. Every shape that
 * `parseFindings` knows, in any mixture. Holds one JSON document at a time in memory: a million JSON lines take no more
 * room than the longest of them, while one pretty-printed document, or one list of many findings, may have 64 Mi characters.
 *
 * ```ts
 * for await (const finding of readFindings(createReadStream('export.jsonl.gz'), 'export.jsonl.gz')) …
 * ```
 *
 * An error of the stream itself is passed on as it is. Findings that were read before an error have been handed out.
 *
 * @param source What to call the stream in errors, such as the file's path.
 * @throws {FindingNotJson} with line and column when the text is not JSON.
 * @throws {FindingNotUnzipped} when gzip data is damaged or cut off.
 * @throws {FindingTooLarge} when one document has more than 64 Mi characters.
 * @throws {NotAFinding} at the end, when there was no finding at all.
 *
 * Source: GuardDuty User Guide, "Exporting generated findings to Amazon S3".
 */
export async function* readFindings(
  chunks: AsyncIterable<Uint8Array>,
  source: string,
  options: ReadFindingsOptions = {},
): AsyncGenerator<Finding> {
  const collector = new FindingCollector(source, options);
  const found: Finding[] = [];
  const documents = new JsonDocuments(source, (document) => collector.take(document, found));
  const decoder = new StringDecoder('utf8');
  try {
    for await (const chunk of unzipped(chunks, source)) {
      documents.push(decoder.write(chunk));
      for (const finding of found) yield finding;
      found.length = 0;
    }
    documents.push(decoder.end());
    documents.end();
    collector.end(found);
  } catch (error) {
    collector.release(found);
    for (const finding of found) yield finding;
    throw error;
  }
  for (const finding of found) yield finding;
}
