import type { Command } from 'commander';
import type { VerifyFlags } from '../commands/logs-verify.ts';
import type { TraceFlags } from '../commands/trace.ts';
import type { TimelineFlags } from '../timeline/timeline-flags.ts';
import type { Exit } from './exit.ts';
import { withLineageOptions } from './lineage-options.ts';
import { addQueryCommands } from './query-commands.ts';

/** `trace` and `query`: questions to CloudTrail files. */
export function addLogCommands(firebreak: Command, exit: Exit): void {
  withLineageOptions(
    firebreak
      .command('trace')
      .argument('<key>', 'an access key id')
      .description('where a key came from, and what came of it')
      .option('--logs <path>', 'a folder or file of CloudTrail records')
      .option('--lookup', "CloudTrail's event history instead: the last 90 days of the account signed in to")
      .option(
        '--athena',
        'the central bucket instead, through Athena: the last 7 days unless --since says more',
      ),
  )
    .option('--forward', 'every key that came from the root, too')
    .option('--json', 'as one JSON object')
    .addHelpText(
      'after',
      '\nExample: firebreak trace ASIA… --logs AWSLogs/\nExample: firebreak trace ASIA… --lookup --region eu-west-1 us-east-1 --since 7d',
    )
    .action(async (key: string, flags: TraceFlags) =>
      exit(await (await import('../commands/trace.ts')).traceCommand(key, flags)),
    );
  addTimeline(firebreak.command('timeline'), exit);
  addFileCommands(firebreak.command('logs').description('CloudTrail files themselves'), exit);
  addQueryCommands(firebreak.command('query').description('saved queries over CloudTrail logs'), exit);
}

function addTimeline(timeline: Command, exit: Exit): void {
  timeline
    .description('all that keys, principals or addresses did, oldest first')
    .option('--key <ids...>', 'access key ids', [])
    .option('--principal <names...>', 'ARNs, unique ids such as AIDA…, or names', [])
    .option('--ip <addresses...>', 'addresses, or blocks such as 203.0.113.0/24', [])
    .option('--lineage', 'with --key: also every key of its lineage')
    .option('--logs <path>', 'a folder or file of CloudTrail records')
    .option(
      '--since <time>',
      'only what happened since then: 7d, 36h or a time; what is new is told against all before',
    )
    .option('--until <time>', 'only what happened until then')
    .option('--quiet <time>', 'how long nothing must happen to be told as quiet', '1h')
    .option('--all', 'each event on a line of its own')
    .option('--json', 'as one JSON object')
    .addHelpText(
      'after',
      '\nExample: firebreak timeline --key AKIA… --lineage --logs AWSLogs/\n' +
        'Example: firebreak timeline --principal alice --ip 203.0.113.0/24 --since 7d --logs AWSLogs/',
    )
    .action(async (flags: TimelineFlags) =>
      exit(await (await import('../commands/timeline.ts')).timelineCommand(flags)),
    );
}

function addFileCommands(logs: Command, exit: Exit): void {
  logs
    .command('verify')
    .argument('<folder>', "a copy of the trail's bucket with its digests")
    .description('whether log files are as CloudTrail delivered them')
    .option('--public-keys <files...>', 'what "aws cloudtrail list-public-keys" printed')
    .option('--signatures <file>', 'signatures of digests, one JSON object a line')
    .option('--bucket <names...>', 'the bucket that was copied; digests of others are moved')
    .option('--since <time>', 'digests must reach back to it: 7d, 36h or a time')
    .option('--until <time>', 'digests must reach to it')
    .option('--json', 'as one JSON object')
    .addHelpText(
      'after',
      '\nWithout --public-keys only hashes are checked. It prints what fetches keys and signatures.\n' +
        '\nExample: firebreak logs verify ./bucket --since 7d --public-keys keys-eu-central-1.json',
    )
    .action(async (folder: string, flags: VerifyFlags) =>
      exit(await (await import('../commands/logs-verify.ts')).verifyCommand(folder, flags)),
    );
}
