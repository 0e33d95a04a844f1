import type { Command } from 'commander';
import type { FeedbackFlags } from '../commands/feedback.ts';
import type { FindingsFlags } from '../commands/findings.ts';
import type { Exit } from './exit.ts';

/** `finding`, `findings`, `feedback`, `key`: what has to do with findings and their keys. */
export function addFindingCommands(firebreak: Command, exit: Exit): void {
  firebreak
    .command('finding')
    .argument('<path>', 'findings in any shape that AWS delivers, gzip or not, or - for standard input')
    .description('what a finding says, on one page')
    .option('--json', 'one JSON object a line')
    .addHelpText(
      'after',
      '\nExample: firebreak finding finding.json\nExample: aws guardduty get-findings … | firebreak finding - --json',
    )
    .action(async (path: string, flags: { json?: boolean }) =>
      exit(await (await import('../commands/finding.ts')).findingCommand(path, flags)),
    );
  firebreak
    .command('findings')
    .description('the inbox of GuardDuty, newest first over all regions')
    .option('--region <names...>', 'AWS regions', [])
    .option('--severity <least>', 'low, medium, high, critical or a number')
    .option('--type <names...>', 'finding types; * stands for anything', [])
    .option('--account <ids...>', 'accounts that findings were raised in', [])
    .option('--since <time>', 'updated since then: 7d, 36h or a time')
    .option('--archived', 'the archived ones instead')
    .option('--limit <count>', 'how many at most', '50')
    .option('--profile <name>', 'profile of the AWS configuration')
    .option('--json', 'one JSON object a line')
    .addHelpText(
      'after',
      '\nExample: firebreak findings --region us-east-1 eu-west-1 --severity high --since 7d',
    )
    .action(async (flags: FindingsFlags) =>
      exit(await (await import('../commands/findings.ts')).findingsCommand(flags)),
    );
  firebreak
    .command('feedback')
    .argument('<incident>', "the incident's folder")
    .description("tell GuardDuty what an incident's finding was worth")
    .option('--useful', 'the finding was useful')
    .option('--not-useful', 'the finding was not useful')
    .option('--archive', 'archive the finding')
    .option('--unarchive', 'bring an archived finding back')
    .option('--comment <text>', 'for AWS to read; nothing confidential')
    .option('--detector <id>', "the administrator's detector, for a member's finding")
    .option('--profile <name>', 'profile of the AWS configuration')
    .option('--yes', 'do not ask')
    .addHelpText(
      'after',
      '\nExample: firebreak feedback incidents/20260914T093000Z-leaked-key --useful --archive',
    )
    .action(async (folder: string, flags: FeedbackFlags) =>
      exit(await (await import('../commands/feedback.ts')).feedbackCommand(folder, flags)),
    );
  firebreak
    .command('key')
    .argument('<id>', 'an access key id')
    .description('what a key id says by itself')
    .option('--json', 'as one JSON object')
    .addHelpText('after', '\nExample: firebreak key AKIAIOSFODNN7EXAMPLE')
    .action(async (id: string, flags: { json?: boolean }) =>
      exit((await import('../commands/key.ts')).keyCommand(id, flags)),
    );
}
