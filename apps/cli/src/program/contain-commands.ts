import type { Command } from 'commander';
import type { AdviseFlags } from '../commands/contain-advise.ts';
import type { Exit } from './exit.ts';

/** `contain`: what to do about a credential. */
export function addContainCommands(contain: Command, exit: Exit): void {
  contain
    .command('advise')
    .description('what to do about a credential, in order, and what goes on in spite of it; changes nothing')
    .option('--finding <file>', 'a GuardDuty finding as JSON, or - for standard input')
    .option('--id <id>', 'with --finding: which one, when the file holds several')
    .option('--key <id>', 'an access key id instead')
    .option('--logs <path>', 'trace the key first, in a folder or file of CloudTrail records')
    .option('--lookup', "trace it in CloudTrail's event history of the account signed in to")
    .option('--athena', 'trace it in the central bucket: the last 7 days unless --since says more')
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
    .option('--json', 'as one JSON object')
    .addHelpText(
      'after',
      '\nExample: firebreak contain advise --finding finding.json --logs AWSLogs/\nExample: firebreak contain advise --key AKIA… --lookup --region eu-west-1 us-east-1 --since 7d',
    )
    .action(async (flags: AdviseFlags) =>
      exit(await (await import('../commands/contain-advise.ts')).adviseCommand(flags)),
    );
}
