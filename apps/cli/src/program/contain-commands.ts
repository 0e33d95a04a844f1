import type { Command } from 'commander';
import type { AdviseFlags } from '../commands/contain-advise.ts';
import type { Exit } from './exit.ts';
import { withLineageOptions } from './lineage-options.ts';

/** `contain`: what to do about a credential. */
export function addContainCommands(contain: Command, exit: Exit): void {
  withLineageOptions(
    contain
      .command('advise')
      .description(
        'what to do about a credential, in order, and what goes on in spite of it; changes nothing',
      )
      .option('--finding <file>', 'a GuardDuty finding as JSON, or - for standard input')
      .option('--id <id>', 'with --finding: which one, when the file holds several')
      .option('--key <id>', 'an access key id instead')
      .option('--logs <path>', 'trace the key first, in a folder or file of CloudTrail records')
      .option('--lookup', "trace it in CloudTrail's event history of the account signed in to")
      .option('--athena', 'trace it in the central bucket: the last 7 days unless --since says more'),
  )
    .option('--json', 'as one JSON object')
    .addHelpText(
      'after',
      '\nExample: firebreak contain advise --finding finding.json --logs AWSLogs/\nExample: firebreak contain advise --key AKIA… --lookup --region eu-west-1 us-east-1 --since 7d',
    )
    .action(async (flags: AdviseFlags) =>
      exit(await (await import('../commands/contain-advise.ts')).adviseCommand(flags)),
    );
}
