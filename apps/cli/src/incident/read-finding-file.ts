import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { type Finding, newestFindings, readFindings } from '@firebreak/guardduty';
import { UsageProblem } from '../errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not read the file',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file',
};

/** Why a file of findings cannot be read. */
export function unreadable(path: string, cause: unknown): unknown {
  const { code, syscall } = cause as NodeJS.ErrnoException;
  if (syscall === undefined) return cause;
  return new UsageProblem(`Cannot read finding: ${REASONS[code ?? ''] ?? 'the file cannot be read'}`, {
    where: path,
    remedy: 'Give the path of a GuardDuty finding as JSON, or - for standard input.',
    cause,
  });
}

/** The bytes of a file, or of standard input for `-`. @throws {UsageProblem} when they cannot be read. */
async function readInput(path: string): Promise<Buffer> {
  try {
    return path === '-' ? await buffer(process.stdin) : await readFile(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** How many findings an error names. */
const NAMED = 10;

/** One finding of a file, its newest update; which one, when it holds several. @throws {UsageProblem} when that is not said. */
export async function readOneFinding(
  path: string,
  id: string | undefined,
): Promise<{ finding: Finding; content: Uint8Array }> {
  const content = await readInput(path);
  const findings = newestFindings(await Array.fromAsync(readFindings(chunksOf(content), path)));
  const chosen =
    id === undefined ? findings : findings.filter((finding) => finding.id === id || finding.arn === id);
  const [finding, second] = chosen;
  if (finding !== undefined && second === undefined) return { finding, content };
  const ids = findings.slice(0, NAMED).map((each) => `${each.id} (${each.type.name})`);
  if (findings.length > NAMED) ids.push(`and ${findings.length - NAMED} more: firebreak finding lists them`);
  throw new UsageProblem(
    finding === undefined
      ? `Cannot respond: the file holds no finding "${id}"`
      : `Cannot respond: the file holds ${chosen.length} findings`,
    { where: path, remedy: `Choose one with --finding ID: ${ids.join(', ')}.` },
  );
}

async function* chunksOf(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
