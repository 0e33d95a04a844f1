import { readFileSync } from 'node:fs';
import { gunzipWhole, isGzip, WHOLE_TEXT } from '../read/gunzip-whole.ts';
import type { LogFile } from '../read/log-files.ts';
import { deliveryText } from './delivery-text.ts';
import { FileFindings, type FilePart } from './file-part.ts';
import type { FileSearch } from './scan-task.ts';

/** How much of a long file is gathered before it is handed on. */
const PART_BYTES = 1024 * 1024;

/**
 * Searches one file. Delivery files of usual size are searched by their bytes; all others, and those that are broken, are
 * read as `readTrail` reads them, and each record is searched as compact JSON.
 */
export async function* searchFile(
  file: LogFile,
  index: number,
  search: FileSearch,
): AsyncGenerator<FilePart> {
  const findings = new FileFindings(index);
  // Read once, since what comes through a pipe is gone then.
  const bytes = file.bytes > WHOLE_TEXT ? undefined : wholeFile(file.path);
  const text = bytes !== undefined && isGzip(bytes) ? gunzipWhole(bytes) : bytes;
  const delivery = text === undefined ? undefined : deliveryText(text);
  if (delivery === undefined || !search.delivery(delivery, findings)) {
    // Threads begin sooner without it, and most of them never need it.
    const { readLog, readLogBytes } = await import('../read/read-log.ts');
    const log = bytes === undefined ? readLog(file) : readLogBytes(file.path, bytes);
    for (let next = await log.next(); ; next = await log.next()) {
      if (next.done) {
        const { events, others, broken } = next.value;
        if (broken !== undefined) findings.addBroken(broken);
        else if (events === 0 && others > 0) findings.setForeign();
        break;
      }
      for (const { time, record } of next.value) {
        findings.addTime(time);
        search.record(Buffer.from(JSON.stringify(record)), findings);
      }
      if (findings.bytes > PART_BYTES) yield findings.take();
    }
  }
  yield findings.take();
}

/** The bytes of a file that can be read; what is wrong with any other one is for `readLog` to say. */
function wholeFile(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
