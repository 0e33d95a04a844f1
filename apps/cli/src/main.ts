import { type Command, CommanderError } from 'commander';
import { EXIT } from './exit-codes.ts';
import { Interrupted, OutputGone } from './interrupt.ts';
import { program } from './program.ts';

let outputFailed = false;
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    // Whoever reads our output may stop reading, as `head` does. That fails nothing by itself: a command ends as it
    // would have, and a run stops and says so with its exit code.
    if (code !== 'EPIPE') outputFailed = true;
  });
}

const commands = program((code) => {
  process.exitCode = code;
});
throwInsteadOfExit(commands);

try {
  await commands.parseAsync(process.argv.length > 2 ? process.argv : [...process.argv, ...defaultCommand()]);
} catch (error) {
  // Nothing is left to do, and what was under way is not waited for.
  if (error instanceof Interrupted) process.exit(EXIT.interrupted);
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else if (error instanceof OutputGone) process.exitCode = EXIT.needsHuman;
  else process.exitCode = (await import('./print-problem.ts')).printProblem(error);
}
// What was asked for is not where it was to go.
if (outputFailed && process.exitCode === EXIT.done) process.exitCode = EXIT.failed;

function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  command.commands.forEach(throwInsteadOfExit);
}

/** The default drill; where no terminal is, it plays itself. */
function defaultCommand(): string[] {
  const terminal = process.stdin.isTTY && process.stdout.isTTY;
  return terminal ? ['drill'] : ['drill', '--new', '--recommended'];
}
