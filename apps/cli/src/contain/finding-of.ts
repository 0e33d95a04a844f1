import type { Finding } from '@firebreak/guardduty';
import { UsageProblem } from '../errors.ts';
import { readOneFinding } from '../incident/read-finding-file.ts';

/** The finding of a file to advise on. @throws {UsageProblem} when it cannot be read, or holds several. */
export async function findingOf(path: string, id: string | undefined): Promise<Finding> {
  try {
    return (await readOneFinding(path, id)).finding;
  } catch (error) {
    if (!(error instanceof UsageProblem) || !error.message.startsWith('Cannot respond: ')) throw error;
    throw new UsageProblem(error.message.replace('Cannot respond', 'Cannot advise'), {
      where: path,
      remedy: error.remedy.replace('--finding ID', '--id ID'),
      cause: error,
    });
  }
}
