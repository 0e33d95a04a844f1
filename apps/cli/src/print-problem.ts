import { Problem } from '@firebreak/problem';
import { safeText } from '@firebreak/untrusted';
import { EXIT } from './exit-codes.ts';
import { exitCodeOf } from './problem-exit.ts';

/** Says on standard error what went wrong, where, and how to mend it; returns the exit code. */
export function printProblem(error: unknown): number {
  if (!(error instanceof Problem)) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    write(`firebreak: This is a defect in firebreak: ${safeText(message)}`);
    if (process.env['FIREBREAK_DEBUG'] === undefined)
      write('  do     Report it with the output of: FIREBREAK_DEBUG=1 firebreak …');
    else write(safeText(stack ?? '', 'lines'));
    return EXIT.failed;
  }
  write(`firebreak: ${safeText(error.message)}`);
  const [place, ...more] = (error.where ?? '').split('\n');
  if (place) write(`  where  ${safeText(place)}`);
  for (const line of more) write(`         ${safeText(line)}`);
  write(`  do     ${safeText(error.remedy)}`);
  return exitCodeOf(error);
}

function write(line: string): void {
  process.stderr.write(`${line}\n`);
}
