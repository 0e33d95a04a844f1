import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DrillFolderTaken, DrillStateUnreadable } from './errors.ts';

/** Where things lie in a drill's folder. */
export interface DrillFolder {
  readonly marker: string;
  readonly organisation: string;
  readonly finding: string;
  readonly logs: string;
  readonly intruder: string;
}

const MARKER = z.strictObject({ drill: z.literal(1), scenario: z.string() });

/**
 * Claims a folder for a drill: a new or empty one, or the one that this drill was begun in.
 *
 * @throws {DrillFolderTaken} when it holds another drill or other files.
 * @throws {DrillStateUnreadable} when its `drill.json` is damaged.
 */
export async function claimDrillFolder(folder: string, scenarioId: string): Promise<DrillFolder> {
  await mkdir(folder, { recursive: true });
  const places = {
    marker: join(folder, 'drill.json'),
    organisation: join(folder, 'organisation.json'),
    finding: join(folder, 'finding.json'),
    logs: join(folder, 'logs'),
    intruder: join(folder, 'intruder.jsonl'),
  };
  const names = await readdir(folder);
  if (names.includes('drill.json')) {
    const { scenario } = await readMarker(places.marker);
    if (scenario !== scenarioId) throw taken(folder, `the drill "${scenario}"`);
    return places;
  }
  if (names.length > 0) throw taken(folder, names.slice(0, 3).join(', '));
  await writeFile(places.marker, `${JSON.stringify({ drill: 1, scenario: scenarioId })}\n`);
  return places;
}

async function readMarker(file: string): Promise<z.output<typeof MARKER>> {
  try {
    return MARKER.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new DrillStateUnreadable(`Cannot read ${file}`, {
      remedy: 'Start the drill again in a new folder.',
      where: `${file}:1:1`,
      cause,
    });
  }
}

function taken(folder: string, content: string): DrillFolderTaken {
  return new DrillFolderTaken(`Cannot hold a drill in ${folder}: it has ${content} in it`, {
    remedy: 'Choose an empty folder, or the folder of the drill that you want to go on with.',
    where: folder,
  });
}
