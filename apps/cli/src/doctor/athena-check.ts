import type { AthenaEngine } from '@firebreak/athena';
import { TABLES } from '../content.ts';
import { openCentral } from '../query/engine-flags.ts';
import { missing, type Outcome, ok, type PlannedCheck, skipped, warning } from './check.ts';
import { type DoctorRoom, unlessSignedOut } from './doctor-room.ts';

/** Whether saved queries can run in Athena: workgroup, database, tables. Nothing is queried. */
export function athenaCheck(room: DoctorRoom): PlannedCheck {
  return {
    name: 'Athena',
    async run(signal) {
      const { config, profile } = room;
      if (config?.athena === undefined)
        return skipped(
          'the configuration has no "athena"',
          'Add it if logs are to be asked in the central bucket.',
        );
      const database = config.athena.database ?? 'firebreak';
      return unlessSignedOut(room, () => tablesThere(database, profile, signal));
    },
  };
}

async function tablesThere(
  database: string,
  profile: string | undefined,
  signal: AbortSignal,
): Promise<Outcome> {
  const { readCatalog, readTableFiles } = await import('@firebreak/athena');
  const tables = (await readTableFiles(TABLES)).map(({ name }) => name);
  let engine: AthenaEngine | undefined;
  try {
    engine = await openCentral(profile === undefined ? {} : { profile }, signal);
    const found = await readCatalog(engine, { database, tables }, signal);
    const setup = 'firebreak query setup --print';
    if (!found.database)
      return missing(`there is no database ${database}`, 'Make it with its tables.', setup);
    const absent = tables.filter((name) => !found.tables.has(name));
    const says = `workgroup ${engine.workgroup.name}, database ${database}`;
    if (absent.includes('cloudtrail_logs'))
      return missing(`${says}: there is no table cloudtrail_logs`, 'Make the table.', setup);
    if (absent.length > 0)
      return warning(
        `${says}; without ${absent.join(', ')}`,
        'Make the tables that your queries need.',
        setup,
      );
    return ok(`${says}, all ${tables.length} tables`);
  } finally {
    await engine?.close();
  }
}
