import { entryFault } from '@firebreak/aws';
import { safeText } from '@firebreak/untrusted';
import type { LineReader } from '../plain/line-reader.ts';

/** Asks in plain lines. An answer that cannot be is asked for again, with the reason. */
export interface Asker {
  /** The answer; undefined when it was left empty. */
  ask(question: string, path: string): Promise<string | undefined>;
  /** The answer to a question that needs one. */
  need(question: string, path: string): Promise<string>;
  yes(question: string): Promise<boolean>;
  say(line: string): void;
}

/** Thrown when the answers end before the questions do. */
export class AnswersEnded extends Error {}

/** @param write Where questions go. */
export function asker(reader: LineReader, signal: AbortSignal, write: (text: string) => void): Asker {
  const next = async (question: string) => {
    write(`${question} `);
    const line = await reader.next(signal);
    signal.throwIfAborted();
    if (line === undefined) throw new AnswersEnded();
    return line.trim();
  };
  const ask = async (question: string, path: string): Promise<string | undefined> => {
    for (;;) {
      const answer = await next(question);
      if (answer === '') return undefined;
      const fault = await entryFault(path, answer);
      if (fault === undefined) return answer;
      write(`  "${safeText(answer)}" cannot be: ${fault}\n`);
    }
  };
  return {
    ask,
    async need(question, path) {
      for (;;) {
        const answer = await ask(question, path);
        if (answer !== undefined) return answer;
        write('  This one is needed.\n');
      }
    },
    async yes(question) {
      return /^y(es)?$/i.test(await next(`${question} [y/N]`));
    },
    say: (line) => write(`${line}\n`),
  };
}
