import type { Command } from 'commander';

/** Adds what says where and when a key is traced, for commands with `--lookup` and `--athena`. */
export function withLineageOptions(command: Command): Command {
  return command
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
    .option('--until <time>', 'only what happened until then');
}
