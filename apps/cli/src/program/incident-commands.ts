import type { Command } from 'commander';
import type { DrillFlags } from '../commands/drill.ts';
import type { RespondFlags } from '../commands/respond.ts';
import type { UndoFlags } from '../commands/undo.ts';
import type { Exit } from './exit.ts';

/** `respond`, `drill`, `undo`, `report`: what has a folder of its own. */
export function addIncidentCommands(firebreak: Command, exit: Exit): void {
  const front = (command: Command) =>
    command
      .option('--plain', 'lines and numbered choices instead of screens')
      .option('--json', 'one JSON object a line; answers are read the same way')
      .option('--dir <folder>', 'where incidents are kept', 'incidents')
      .option('--runbook <id>', 'follow this runbook, by id or by path')
      .option('--new', 'begin again, even if the incident is open');

  front(
    firebreak
      .command('respond')
      .argument('<finding>', 'a GuardDuty finding as JSON, or - for standard input'),
  )
    .description('guide from a finding to its end')
    .option('--logs <path>', 'a folder or file of CloudTrail records')
    .option('--athena', 'the central bucket instead, through Athena')
    .option('--database <name>', 'with --athena: the database of the tables (default: firebreak)')
    .option('--workgroup <name>', 'with --athena: the workgroup (default: primary)')
    .option('--results <s3-uri>', 'with --athena: where results go, unless the workgroup says it')
    .option('--max-scan <size>', 'with --athena: give up rather than scan more, such as 10GB')
    .option('--finding <id>', 'which finding, when the file holds several')
    .option('--by-hand', 'print every AWS call instead of making it')
    .option('--profile <name>', 'profile of the AWS configuration')
    .option('--region <name>', 'AWS region')
    .addHelpText('after', '\nExample: firebreak respond finding.json --logs AWSLogs/')
    .action(async (path: string, flags: RespondFlags) =>
      exit(await (await import('../commands/respond.ts')).respondCommand(path, flags)),
    );

  front(firebreak.command('drill').argument('[scenario]', 'which drill', 'leaked-access-key'))
    .description('practise in a simulated organisation')
    .option('--recommended', 'take the recommended choice at each step')
    .addHelpText('after', '\nExample: firebreak drill leaked-access-key')
    .action(async (scenario: string, flags: DrillFlags) =>
      exit(await (await import('../commands/drill.ts')).drillCommand(scenario, flags)),
    );

  firebreak
    .command('undo')
    .argument('<incident>', "the incident's folder")
    .description('undo what an incident contained, the last first')
    .option('--yes', 'do not ask before each')
    .option('--force', 'undo even what brings a danger back, such as a compromised key')
    .option('--by-hand', 'print every AWS call instead of making it')
    .option('--profile <name>', 'profile of the AWS configuration')
    .option('--region <name>', 'AWS region')
    .addHelpText('after', '\nExample: firebreak undo incidents/20260914T093000Z-leaked-key')
    .action(async (folder: string, flags: UndoFlags) =>
      exit(await (await import('../commands/undo.ts')).undoCommand(folder, flags)),
    );

  firebreak
    .command('report')
    .argument('<incident>', "the incident's folder")
    .description('check journal and evidence, and write the report again')
    .addHelpText('after', '\nExample: firebreak report incidents/20260914T093000Z-leaked-key')
    .action(async (folder: string) => exit((await import('../commands/report.ts')).reportCommand(folder)));
}
