import { type Command, Option } from 'commander';
import type { RunFlags } from '../commands/query-run.ts';
import type { SetupFlags } from '../commands/query-setup.ts';
import { FORMATS } from '../query/row-writer.ts';
import { withAthenaOptions } from './athena-options.ts';
import type { Exit } from './exit.ts';

/** `query`: questions to CloudTrail logs, here or in Athena. */
export function addQueryCommands(query: Command, exit: Exit): void {
  addContent(query, exit);
  addRunning(query, exit);
  addSetup(query, exit);
  addCache(query.command('cache').description('logs converted once, for fast queries'), exit);
}

function addContent(query: Command, exit: Exit): void {
  query
    .command('list')
    .description('the saved queries')
    .option('--json', 'one JSON object a line')
    .addHelpText('after', '\nExample: firebreak query list')
    .action(async (flags: { json?: boolean }) =>
      exit(await (await import('../commands/query.ts')).listCommand(flags)),
    );
  query
    .command('show')
    .argument('<name>')
    .description('one query, its parameters and its SQL')
    .option('--json', 'as one JSON object')
    .addHelpText('after', '\nExample: firebreak query show key-activity')
    .action(async (name: string, flags: { json?: boolean }) =>
      exit(await (await import('../commands/query.ts')).showCommand(name, flags)),
    );
  query
    .command('lint')
    .argument('[paths...]', '.sql files; all saved queries when none is given')
    .description('explain every mistake with file, line and column')
    .option('--json', 'one JSON object a line')
    .addHelpText('after', '\nExample: firebreak query lint sql/key-activity.sql')
    .action(async (paths: string[], flags: { json?: boolean }) =>
      exit(await (await import('../commands/query-lint.ts')).lintCommand(paths, flags)),
    );
}

function addRunning(query: Command, exit: Exit): void {
  running(query.command('run').argument('<name>').description('run a saved query'))
    .option('--param <name=value...>', 'a parameter; "query show NAME" lists them', [])
    .addHelpText(
      'after',
      `
Example: firebreak query run key-activity --logs AWSLogs/ --param access-key=AKIA…
Example: firebreak query run iam-changes --athena --param since=7d --format csv --output changes.csv`,
    )
    .action(async (name: string, flags: RunFlags) =>
      exit(await (await import('../commands/query-run.ts')).runCommand(name, flags)),
    );
  running(
    query
      .command('sql')
      .argument('<statement>')
      .description('run a SELECT of your own, in the SQL of Athena'),
  )
    .addHelpText(
      'after',
      "\nExample: firebreak query sql --logs AWSLogs/ 'SELECT eventname, count(*) AS calls FROM cloudtrail_logs GROUP BY eventname ORDER BY 2 DESC'",
    )
    .action(async (statement: string, flags: RunFlags) =>
      exit(await (await import('../commands/query-run.ts')).sqlCommand(statement, flags)),
    );
}

function running(command: Command): Command {
  const local = command
    .option('--logs <path>', 'a folder or file of CloudTrail records')
    .option('--no-cache', 'with --logs: read the files even where they were converted')
    .option('--memory <size>', 'with --logs: the most memory, such as 400MB');
  return withAthenaOptions(local.option('--athena', 'the central bucket instead, through Athena'), '--athena')
    .option('--max-scan <size>', 'with --athena: give up rather than scan more, such as 10GB')
    .option('--reuse <minutes>', 'with --athena: take an answer that is at most this old')
    .addOption(new Option('--format <format>', 'how rows are written').choices(FORMATS).default('table'))
    .option('--output <file>', 'write the rows there')
    .option('--incident <folder>', 'keep the answer as evidence of this incident instead');
}

function addSetup(query: Command, exit: Exit): void {
  const setup = query
    .command('setup')
    .description('plan, show and make the tables that saved queries read in Athena')
    .option('--bucket <name>', 'the bucket that the logs are in')
    .option('--prefix <prefix>', 'what comes before AWSLogs/ in it')
    .option('--organisation <id>', 'of an organisation trail, o-…')
    .option('--accounts <ids>', 'all accounts, with commas between them')
    .option('--regions <names>', 'all regions that the trail covers, with commas between them')
    .option('--since <day>', 'the first day that there are logs of, yyyy-mm-dd')
    .option('--tables <names>', 'what to make, from sql/tables', 'cloudtrail_logs');
  withAthenaOptions(setup)
    .option('--print', 'print the statements, and ask AWS for nothing')
    .option('--yes', 'make them without asking')
    .option('--json', 'the plan as one JSON object')
    .addHelpText(
      'after',
      `
Bucket, organisation, accounts, regions and the first day come from firebreak.yaml where it has them.

Example: firebreak query setup --bucket amzn-s3-demo-bucket --organisation o-exampleorgid \\
  --accounts 111111111111,222222222222 --regions us-east-1,eu-central-1 --since 2026-01-01`,
    )
    .action(async (flags: SetupFlags) =>
      exit(await (await import('../commands/query-setup.ts')).setupCommand(flags)),
    );
}

function addCache(cache: Command, exit: Exit): void {
  cache
    .command('convert')
    .argument('<path>', 'a folder of CloudTrail files')
    .description('convert a folder to Parquet; again, only what is new')
    .option('--memory <size>', 'the most memory, such as 400MB')
    .option('--json', 'as one JSON object')
    .addHelpText('after', '\nExample: firebreak query cache convert AWSLogs/')
    .action(async (path: string, flags: { memory?: string; json?: boolean }) =>
      exit(await (await import('../commands/query-cache.ts')).convertCommand(path, flags)),
    );
  cache
    .command('status')
    .argument('<path>')
    .description('what of a folder is converted')
    .option('--json', 'as one JSON object')
    .addHelpText('after', '\nExample: firebreak query cache status AWSLogs/')
    .action(async (path: string, flags: { json?: boolean }) =>
      exit(await (await import('../commands/query-cache.ts')).statusCommand(path, flags)),
    );
  cache
    .command('drop')
    .argument('<path>')
    .description('remove what was converted of a folder')
    .addHelpText('after', '\nExample: firebreak query cache drop AWSLogs/')
    .action(async (path: string) =>
      exit(await (await import('../commands/query-cache.ts')).dropCommand(path)),
    );
}
