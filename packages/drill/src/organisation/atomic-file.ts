import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DrillStateUnwritable } from '../errors.ts';

/**
 * Replaces a file at one stroke: after a crash it holds either the old text or the new one.
 *
 * @throws {DrillStateUnwritable} when the disk refuses.
 */
export async function writeAtomically(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new DrillStateUnwritable(`Cannot write ${file}`, {
      remedy: 'Check that the disk has room and that you may write there.',
      where: file,
      cause,
    });
  }
}
