import { closest } from '@firebreak/problem';
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { LintMessage } from './lint-message.ts';

/** YAML inside a Markdown file, which remembers where each of its values stands in that file. */
export class LocatedYaml {
  readonly #path: string;
  readonly #document: Document.Parsed;
  readonly #lines = new LineCounter();
  readonly #firstLine: number;

  /** @param firstLine The line of the Markdown file that the YAML's first line stands in. */
  constructor(text: string, path: string, firstLine: number) {
    this.#path = path;
    this.#firstLine = firstLine;
    this.#document = parseDocument(text, { lineCounter: this.#lines });
  }

  /** The keys of the outermost mapping, in order. */
  get keys(): string[] {
    const { contents } = this.#document;
    return isMap(contents) ? contents.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : [];
  }

  /** Checks against a schema; mistakes are added to `messages`, and nothing is returned. */
  read<T>(schema: z.ZodType<T>, messages: LintMessage[]): T | undefined {
    for (const error of this.#document.errors) {
      const message = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
      messages.push(this.#message('yaml', message, error.pos[0]));
    }
    if (this.#document.errors.length > 0) return undefined;
    const result = schema.safeParse(this.#document.toJS());
    if (result.success) return result.data;
    for (const issue of result.error.issues) messages.push(...this.#issueMessages(issue, schema));
    return undefined;
  }

  /** A message at the value of a path, or at its key. */
  at(path: readonly PropertyKey[], rule: LintMessage['rule'], message: string): LintMessage {
    return this.#message(rule, message, this.#offsetOf(path));
  }

  #issueMessages(issue: z.core.$ZodIssue, schema: z.ZodType): LintMessage[] {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const meant = closest(key, knownKeys(schema, issue.path));
        const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
        return this.#message('unknown-key', `unknown key "${key}"${hint}`, this.#keyOffset(issue.path, key));
      });
    }
    const name = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
    const missing = issue.path.length > 0 && this.#document.getIn(issue.path) === undefined;
    const text = missing
      ? `"${String(issue.path.at(-1) ?? 'the YAML')}" is missing`
      : `${name}${issue.message}`;
    return [this.#message('schema', text, this.#offsetOf(issue.path))];
  }

  #offsetOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node = this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  }

  #keyOffset(path: readonly PropertyKey[], key: string): number {
    const parent = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
    if (!isMap(parent)) return 0;
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
    return isNode(pair?.key) && pair.key.range ? pair.key.range[0] : 0;
  }

  #message(rule: LintMessage['rule'], message: string, offset: number): LintMessage {
    const { line, col } = this.#lines.linePos(offset);
    return {
      path: this.#path,
      line: this.#firstLine + Math.max(line, 1) - 1,
      column: Math.max(col, 1),
      severity: 'error',
      message,
      rule,
    };
  }
}

function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let here: z.ZodType | undefined = schema;
  for (const key of path)
    here = here instanceof z.ZodObject ? (here.shape[String(key)] as z.ZodType | undefined) : undefined;
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}
