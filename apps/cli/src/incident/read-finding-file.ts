import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type Finding, parseFindings } from '@firebreak/guardduty';
import { UsageProblem } from '../errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not read the file',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file',
};

/** The text of a file, or of standard input for `-`. @throws {UsageProblem} when it cannot be read. */
export async function readInput(path: string): Promise<string> {
  try {
    return path === '-' ? await text(process.stdin) : await readFile(path, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    throw new UsageProblem(`Cannot read finding: ${REASONS[code] ?? 'the file cannot be read'}`, {
      where: path,
      remedy: 'Give the path of a GuardDuty finding as JSON, or - for standard input.',
      cause,
    });
  }
}

/** One finding of a file; which one, when it holds several. @throws {UsageProblem} when that is not said. */
export async function readOneFinding(
  path: string,
  id: string | undefined,
): Promise<{ finding: Finding; text: string }> {
  const content = await readInput(path);
  const findings = parseFindings(content, path);
  const chosen =
    id === undefined ? findings : findings.filter((finding) => finding.id === id || finding.arn === id);
  const [finding, second] = chosen;
  if (finding !== undefined && second === undefined) return { finding, text: content };
  const ids = findings.map((each) => `${each.id} (${each.type.name})`).join(', ');
  throw new UsageProblem(
    finding === undefined
      ? `Cannot respond: the file holds no finding "${id}"`
      : `Cannot respond: the file holds ${chosen.length} findings`,
    { where: path, remedy: `Choose one with --finding ID: ${ids}.` },
  );
}
