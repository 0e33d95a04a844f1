import type { Command } from 'commander';

/** Adds what says where Athena is. @param flag The flag that they go with, for the help. */
export function withAthenaOptions(command: Command, flag?: string): Command {
  const only = flag === undefined ? '' : `with ${flag}: `;
  return command
    .option('--database <name>', `${only}the database of the tables (default: firebreak)`)
    .option('--workgroup <name>', `${only}the workgroup (default: primary)`)
    .option('--results <s3-uri>', `${only}where results go, unless the workgroup says it`)
    .option('--region <name>', `${only}the region of the tables`)
    .option('--profile <name>', `${only}profile of the AWS configuration`);
}
