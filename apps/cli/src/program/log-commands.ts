import type { Command } from 'commander';
import type { TraceFlags } from '../commands/trace.ts';
import type { Exit } from './exit.ts';
import { addQueryCommands } from './query-commands.ts';

/** `trace` and `query`: questions to CloudTrail files. */
export function addLogCommands(firebreak: Command, exit: Exit): void {
  firebreak
    .command('trace')
    .argument('<key>', 'an access key id')
    .description('where a key came from, and what came of it')
    .option('--logs <path>', 'a folder or file of CloudTrail records')
    .option('--lookup', "CloudTrail's event history instead: the last 90 days of the account signed in to")
    .option(
      '--athena',
      'the central bucket instead, through Athena: the last 7 days unless --since says more',
    )
    .option(
      '--region <names...>',
      'with --lookup: AWS regions, the most likely first; with --athena: its region',
      [],
    )
    .option('--profile <name>', 'with --lookup and --athena: profile of the AWS configuration')
    .option('--database <name>', 'with --athena: the database of the tables (default: firebreak)')
    .option('--workgroup <name>', 'with --athena: the workgroup (default: primary)')
    .option('--results <s3-uri>', 'with --athena: where results go, unless the workgroup says it')
    .option('--max-scan <size>', 'with --athena: give up rather than scan more, such as 10GB')
    .option('--since <time>', 'only what happened since then: 7d, 36h or a time')
    .option('--until <time>', 'only what happened until then')
    .option('--forward', 'every key that came from the root, too')
    .option('--json', 'as one JSON object')
    .addHelpText(
      'after',
      '\nExample: firebreak trace ASIA… --logs AWSLogs/\nExample: firebreak trace ASIA… --lookup --region eu-west-1 us-east-1 --since 7d',
    )
    .action(async (key: string, flags: TraceFlags) =>
      exit(await (await import('../commands/trace.ts')).traceCommand(key, flags)),
    );
  addQueryCommands(firebreak.command('query').description('saved queries over CloudTrail logs'), exit);
}
