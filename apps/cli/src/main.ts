import { CommanderError } from 'commander';
import { EXIT } from './exit-codes.ts';
import { program } from './program.ts';

// Whoever reads our output may stop reading, as `head` does; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

const commands = program((code) => {
  process.exitCode = code;
}).exitOverride();
for (const command of commands.commands) {
  command.exitOverride();
  for (const inner of command.commands) inner.exitOverride();
}

try {
  await commands.parseAsync(process.argv.length > 2 ? process.argv : [...process.argv, ...defaultCommand()]);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else process.exitCode = (await import('./print-problem.ts')).printProblem(error);
}

/** The default drill; where no terminal is, it plays itself. */
function defaultCommand(): string[] {
  const terminal = process.stdin.isTTY && process.stdout.isTTY;
  return terminal ? ['drill'] : ['drill', '--new', '--recommended'];
}
