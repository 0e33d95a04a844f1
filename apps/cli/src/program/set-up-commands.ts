import type { Command } from 'commander';
import type { DoctorFlags } from '../commands/doctor.ts';
import { nameConfig } from '../config/current-config.ts';
import type { InitFlags } from '../init/init-flags.ts';
import type { Exit } from './exit.ts';

/** `init`, `doctor`, and `--config` for every command. */
export function addSetUpCommands(firebreak: Command, exit: Exit): void {
  firebreak
    .option(
      '--config <file>',
      'the configuration; without it the nearest firebreak.yaml, or FIREBREAK_CONFIG',
    )
    .on('option:config', nameConfig);
  firebreak
    .command('init')
    .description('write firebreak.yaml by asking')
    .option('--file <path>', 'where to write it', 'firebreak.yaml')
    .option('--accounts <ids...>', 'accounts, as ID or ID=NAME', [])
    .option('--production <ids...>', 'which of them run production', [])
    .option('--home <region>', 'the home region')
    .option('--regions <names...>', 'all other regions', [])
    .option('--organisation <id>', 'id of the organisation, o-…')
    .option('--management <id>', 'the management account')
    .option('--role <name>', 'role to assume in each account')
    .option('--external-id <id>', 'external id of these roles')
    .option('--bucket <name>', 'the central bucket of CloudTrail log files')
    .option('--prefix <prefix>', 'what comes before AWSLogs/ in it')
    .option('--since <day>', 'the first day that there are logs of, yyyy-mm-dd')
    .option('--workgroup <name>', 'the workgroup of Athena')
    .option('--database <name>', 'the database of its tables')
    .option('--results <s3-uri>', 'where results of queries go')
    .option('--max-scan <size>', 'the most that a query may scan, such as 10GB')
    .option('--administrator <id>', 'the delegated administrator account of GuardDuty')
    .option('--no-input', 'ask nothing')
    .option('--force', 'write over a file that is there')
    .addHelpText(
      'after',
      '\nExample: firebreak init\n' +
        'Example: firebreak init --no-input --accounts 111111111111=shop --home eu-central-1 --role FirebreakResponder',
    )
    .action(async (flags: InitFlags) => exit(await (await import('../commands/init.ts')).initCommand(flags)));
  firebreak
    .command('doctor')
    .description('check everything that an incident will need; changes nothing')
    .option('--profile <name>', 'profile of the AWS configuration')
    .option('--json', 'one JSON object a line')
    .option('--policy <name>', 'print a least policy: responder, trust, caller, inbox, analyst, setup')
    .option('--trusted <account-or-arn>', 'with --policy trust: who may assume the role')
    .addHelpText(
      'after',
      '\nExample: firebreak doctor\nExample: firebreak doctor --policy responder > responder.json',
    )
    .action(async (flags: DoctorFlags) =>
      exit(await (await import('../commands/doctor.ts')).doctorCommand(flags)),
    );
}
