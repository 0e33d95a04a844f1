import { Command, Option } from 'commander';
import type { DrillFlags } from './commands/drill.ts';
import type { RespondFlags } from './commands/respond.ts';
import type { UndoFlags } from './commands/undo.ts';

type Exit = (code: number) => void;

/** The commands. Each loads what it needs when it runs. */
export function program(exit: Exit): Command {
  const firebreak = new Command('firebreak')
    .description('From a GuardDuty finding to a contained, proven and reported incident.')
    .version('0.1.0')
    .showHelpAfterError('Run "firebreak --help" to see what there is.')
    .addHelpText(
      'after',
      '\nWithout a command, the default drill begins: no AWS account is needed.\nExample: firebreak respond finding.json --logs AWSLogs/',
    );
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
    .option('--finding <id>', 'which finding, when the file holds several')
    .option('--by-hand', 'print every AWS call instead of making it')
    .option('--profile <name>', 'profile of the AWS configuration')
    .option('--region <name>', 'AWS region')
    .addHelpText('after', '\nExample: firebreak respond finding.json --logs AWSLogs/')
    .action(async (path: string, flags: RespondFlags) =>
      exit(await (await import('./commands/respond.ts')).respondCommand(path, flags)),
    );

  front(firebreak.command('drill').argument('[scenario]', 'which drill', 'leaked-access-key'))
    .description('practise in a simulated organisation')
    .option('--recommended', 'take the recommended choice at each step')
    .addHelpText('after', '\nExample: firebreak drill leaked-access-key')
    .action(async (scenario: string, flags: DrillFlags) =>
      exit(await (await import('./commands/drill.ts')).drillCommand(scenario, flags)),
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
      exit(await (await import('./commands/undo.ts')).undoCommand(folder, flags)),
    );

  firebreak
    .command('report')
    .argument('<incident>', "the incident's folder")
    .description('check journal and evidence, and write the report again')
    .addHelpText('after', '\nExample: firebreak report incidents/20260914T093000Z-leaked-key')
    .action(async (folder: string) => exit((await import('./commands/report.ts')).reportCommand(folder)));

  firebreak
    .command('trace')
    .argument('<key>', 'an access key id')
    .description('where a key came from, and what came of it')
    .requiredOption('--logs <path>', 'a folder or file of CloudTrail records')
    .option('--json', 'as one JSON object')
    .addHelpText('after', '\nExample: firebreak trace ASIA… --logs AWSLogs/')
    .action(async (key: string, flags: { logs: string; json?: boolean }) =>
      exit(await (await import('./commands/trace.ts')).traceCommand(key, flags)),
    );

  firebreak
    .command('key')
    .argument('<id>', 'an access key id')
    .description('what a key id says by itself')
    .option('--json', 'as one JSON object')
    .addHelpText('after', '\nExample: firebreak key AKIAIOSFODNN7EXAMPLE')
    .action(async (id: string, flags: { json?: boolean }) =>
      exit((await import('./commands/key.ts')).keyCommand(id, flags)),
    );

  addQueries(firebreak.command('query').description('saved queries over CloudTrail files'), exit);
  addRunbooks(firebreak.command('runbook').description('runbooks: list, show, check'), exit);
  return firebreak;
}

function addQueries(query: Command, exit: Exit): void {
  query
    .command('list')
    .description('the saved queries')
    .option('--json', 'one JSON object a line')
    .action(async (flags: { json?: boolean }) =>
      exit(await (await import('./commands/query.ts')).listCommand(flags)),
    );
  query
    .command('show')
    .argument('<name>')
    .description('one query, its parameters and its SQL')
    .option('--json', 'as one JSON object')
    .action(async (name: string, flags: { json?: boolean }) =>
      exit(await (await import('./commands/query.ts')).showCommand(name, flags)),
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
      exit(await (await import('./commands/query.ts')).runCommand(name, flags)),
    );
}

function addRunbooks(runbook: Command, exit: Exit): void {
  runbook
    .command('lint')
    .argument('[paths...]', 'Markdown files; all runbooks when none is given')
    .description('explain every mistake with file, line and column')
    .option('--json', 'one JSON object a line')
    .action(async (paths: string[], flags: { json?: boolean }) =>
      exit(await (await import('./commands/runbook.ts')).lintCommand(paths, flags)),
    );
  runbook
    .command('list')
    .description('the runbooks')
    .option('--json', 'one JSON object a line')
    .action(async (flags: { json?: boolean }) =>
      exit(await (await import('./commands/runbook.ts')).listCommand(flags)),
    );
  runbook
    .command('show')
    .argument('<id>')
    .description('one runbook')
    .option('--json', 'its steps as one JSON object')
    .action(async (id: string, flags: { json?: boolean }) =>
      exit(await (await import('./commands/runbook.ts')).showCommand(id, flags)),
    );
}
