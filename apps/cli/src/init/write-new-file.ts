import { link, rename, rm, writeFile } from 'node:fs/promises';
import { OutputFailed, UsageProblem } from '../errors.ts';
import { draftOf } from '../query/output-file.ts';

/**
 * Writes a file that is there whole or not at all. Without `force` a file that is there stays as it is, also one that
 * somebody else puts there in the meantime.
 *
 * @throws {UsageProblem} when there is one; {@link OutputFailed} when the file system refuses.
 */
export async function writeNewFile(path: string, text: string, force: boolean): Promise<void> {
  const draft = draftOf(path);
  try {
    await writeFile(draft, text, { flag: 'wx', flush: true });
    if (force) await rename(draft, path);
    else await link(draft, path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw isThere(path);
    throw new OutputFailed('Cannot write the configuration: the file system refused', {
      where: path,
      remedy: 'Choose a folder that you may write to.',
      cause,
    });
  } finally {
    await rm(draft, { force: true });
  }
}

export function isThere(path: string): UsageProblem {
  return new UsageProblem('Cannot write the configuration: there is a file already', {
    where: path,
    remedy: 'Change it in an editor, or write over it with --force.',
  });
}
