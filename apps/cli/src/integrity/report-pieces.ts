import type { IntegrityReport } from '@firebreak/cloudtrail';
import { jsonText } from '../json/json-text.ts';

/** So many files are written in one go. */
const BATCH = 1_000;

/** The report as one JSON object in pieces, since a folder can have more files than one string can hold. */
export function* reportPieces({ files, ...rest }: IntegrityReport): Generator<string> {
  yield `${jsonText(rest).slice(0, -1)},"files":[`;
  for (let at = 0; at < files.length; at += BATCH)
    yield `${at === 0 ? '' : ','}${jsonText(files.slice(at, at + BATCH)).slice(1, -1)}`;
  yield ']}\n';
}
