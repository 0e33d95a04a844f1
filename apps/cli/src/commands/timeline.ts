import {
  type BrokenLog,
  findLogFiles,
  LogUnreadable,
  logUnreadable,
  subjectEvents,
  type Timeline,
  type TimelineNote,
  timelineOf,
} from '@firebreak/cloudtrail';
import { EXIT } from '../exit-codes.ts';
import { onLeaving } from '../interrupt.ts';
import { jsonText } from '../json/json-text.ts';
import { type Progress, progressOnTerminal } from '../lineage/progress.ts';
import { plainWidth } from '../plain/wrapped.ts';
import { printProblem } from '../print-problem.ts';
import { coverageNote } from '../timeline/coverage-note.ts';
import { lineageKeys } from '../timeline/lineage-keys.ts';
import { type TimelineFlags, type TimelineQuestion, timelineQuestion } from '../timeline/timeline-flags.ts';
import { timelineLines } from '../timeline/timeline-lines.ts';

const PIPED = 80;

/**
 * All that keys, principals and addresses did. Where log files are broken, the answer comes from what is whole, and then
 * what broke; the exit code says so.
 */
export async function timelineCommand(flags: TimelineFlags): Promise<number> {
  const question = timelineQuestion(flags);
  const { signal, release } = onLeaving();
  const progress = progressOnTerminal();
  const broken = new Map<string, BrokenLog>();
  try {
    const timeline = await askLogs(question, flags, { signal, progress, broken });
    progress.clear();
    const width = process.stdout.isTTY ? plainWidth() : PIPED;
    const lines = flags.json ? [jsonText(timeline)] : timelineLines(timeline, width);
    process.stdout.write(`${lines.join('\n')}\n`);
    return broken.size === 0 ? EXIT.done : failed(logUnreadable([...broken.values()]));
  } catch (error) {
    progress.clear();
    if (error instanceof LogUnreadable) return failed(error);
    throw error;
  } finally {
    release();
  }
}

interface Asking {
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly broken: Map<string, BrokenLog>;
}

async function askLogs(
  { subjects, logs, from, to, quietMs }: TimelineQuestion,
  { lineage = false, all = false }: TimelineFlags,
  { signal, progress, broken }: Asking,
): Promise<Timeline> {
  const window = to === undefined ? {} : { window: { to } };
  const onBroken = (one: BrokenLog): void => void broken.set(one.path, one);
  const show = (what: string) => (done: number, total: number) =>
    progress.show(`${what}: ${done} of ${total} files`);
  const traced = lineage
    ? await lineageKeys(logs, subjects.keys, { to, signal, onBroken, onProgress: show('Tracing keys') })
    : { keys: subjects.keys, notes: [] };
  const asked = { ...subjects, keys: traced.keys };
  const showRead = show('Reading logs');
  const events = subjectEvents(logs, asked, {
    ...window,
    signal,
    onBroken,
    onProgress: ({ filesDone, filesTotal }) => showRead(filesDone, filesTotal),
  });
  const options = { ...asked, from, to, quietMs, ...(all ? { foldMs: 0 } : {}) };
  const timeline = await timelineOf(events, options);
  const notes: TimelineNote[] = [...traced.notes, ...timeline.notes];
  if (timeline.counts.events === 0)
    notes.push(coverageNote(await findLogFiles(logs, { ...window, onUnreadable: () => {} })));
  return { ...timeline, notes };
}

function failed(problem: unknown): number {
  printProblem(problem);
  return EXIT.failed;
}
