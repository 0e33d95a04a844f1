import { type Command, Option } from 'commander';
import type { Exit } from './exit.ts';

/** `trace` and `query`: questions to CloudTrail files. */
export function addLogCommands(firebreak: Command, exit: Exit): void {
  firebreak
    .command('trace')
    .argument('<key>', 'an access key id')
    .description('where a key came from, and what came of it')
    .requiredOption('--logs <path>', 'a folder or file of CloudTrail records')
    .option('--json', 'as one JSON object')
    .addHelpText('after', '\nExample: firebreak trace ASIA… --logs AWSLogs/')
    .action(async (key: string, flags: { logs: string; json?: boolean }) =>
      exit(await (await import('../commands/trace.ts')).traceCommand(key, flags)),
    );
  addQueries(firebreak.command('query').description('saved queries over CloudTrail files'), exit);
}

function addQueries(query: Command, exit: Exit): void {
  query
    .command('list')
    .description('the saved queries')
    .option('--json', 'one JSON object a line')
    .action(async (flags: { json?: boolean }) =>
      exit(await (await import('../commands/query.ts')).listCommand(flags)),
    );
  query
    .command('show')
    .argument('<name>')
    .description('one query, its parameters and its SQL')
    .option('--json', 'as one JSON object')
    .action(async (name: string, flags: { json?: boolean }) =>
      exit(await (await import('../commands/query.ts')).showCommand(name, flags)),
    );
  query
    .command('run')
    .argument('<name>')
    .description('run a saved query over CloudTrail files')
    .option('--logs <path>', 'a folder or file of CloudTrail records')
    .option('--param <name=value...>', 'a parameter', [])
    .addOption(
      new Option('--format <format>', 'how rows are written')
        .choices(['table', 'json', 'ndjson', 'csv'])
        .default('table'),
    )
    .addHelpText(
      'after',
      '\nExample: firebreak query run key-activity --logs AWSLogs/ --param access-key=AKIA…',
    )
    .action(async (name: string, flags) =>
      exit(await (await import('../commands/query.ts')).runCommand(name, flags)),
    );
}
