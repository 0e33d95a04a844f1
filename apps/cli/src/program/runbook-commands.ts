import type { Command } from 'commander';
import type { Exit } from './exit.ts';

/** `runbook lint`, `list`, `show`. */
export function addRunbookCommands(runbook: Command, exit: Exit): void {
  runbook
    .command('lint')
    .argument('[paths...]', 'Markdown files; all runbooks when none is given')
    .description('explain every mistake with file, line and column')
    .option('--json', 'one JSON object a line')
    .action(async (paths: string[], flags: { json?: boolean }) =>
      exit(await (await import('../commands/runbook.ts')).lintCommand(paths, flags)),
    );
  runbook
    .command('list')
    .description('the runbooks')
    .option('--json', 'one JSON object a line')
    .action(async (flags: { json?: boolean }) =>
      exit(await (await import('../commands/runbook.ts')).listCommand(flags)),
    );
  runbook
    .command('show')
    .argument('<id>')
    .description('one runbook')
    .option('--json', 'its steps as one JSON object')
    .action(async (id: string, flags: { json?: boolean }) =>
      exit(await (await import('../commands/runbook.ts')).showCommand(id, flags)),
    );
}
