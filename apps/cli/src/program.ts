import { Command } from 'commander';
import { addContainCommands } from './program/contain-commands.ts';
import type { Exit } from './program/exit.ts';
import { addFindingCommands } from './program/finding-commands.ts';
import { addIncidentCommands } from './program/incident-commands.ts';
import { addLogCommands } from './program/log-commands.ts';
import { addRunbookCommands } from './program/runbook-commands.ts';
import { addSetUpCommands } from './program/set-up-commands.ts';

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
  addIncidentCommands(firebreak, exit);
  addFindingCommands(firebreak, exit);
  addLogCommands(firebreak, exit);
  addContainCommands(
    firebreak.command('contain').description('containment: what to do about a credential'),
    exit,
  );
  addSetUpCommands(firebreak, exit);
  addRunbookCommands(firebreak.command('runbook').description('runbooks: list, show, check'), exit);
  return firebreak;
}
