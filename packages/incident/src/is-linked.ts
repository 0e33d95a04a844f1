import { linkSync } from 'node:fs';

/** Gives a file a second name in one step, unless that name is taken; says whether it did. */
export function isLinked(file: string, path: string): boolean {
  try {
    linkSync(file, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
