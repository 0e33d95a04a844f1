import { asPattern, slashed } from './delivery-path.ts';

/** The file that an error of DuckDB's is about, out of those that were read; nothing when it is about no file. */
export function fileInError(message: string, paths: readonly string[]): string | undefined {
  // What follows the file's name in a message is log content, which may name other files.
  const found = paths
    .flatMap((path) => [path, asPattern(path)].map((name) => ({ path, at: message.indexOf(slashed(name)) })))
    .filter(({ at }) => at !== -1);
  const first = Math.min(...found.map(({ at }) => at));
  return found
    .filter(({ at }) => at === first)
    .map(({ path }) => path)
    .sort((a, b) => b.length - a.length)[0];
}
