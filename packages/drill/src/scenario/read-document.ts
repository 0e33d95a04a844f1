import { readFile } from 'node:fs/promises';
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ScenarioInvalid, ScenarioUnreadable } from '../errors.ts';

/** A file that fits its schema, and a way to say where in it something stands. */
export interface ReadDocument<T> {
  readonly value: T;
  /** `file:line:col` of the entry at a path, or of the nearest entry around it. */
  where(path: readonly PropertyKey[]): string;
}

/**
 * Reads a YAML or JSON file and checks it against a schema. Every key must be known and stand there once.
 *
 * @throws {ScenarioUnreadable} when there is no such file or it cannot be parsed.
 * @throws {ScenarioInvalid} when it does not fit; the problem points at the first fault.
 */
export async function readDocument<S extends z.ZodType>(
  file: string,
  schema: S,
): Promise<ReadDocument<z.output<S>>> {
  const lines = new LineCounter();
  const document = parseDocument(await textOf(file), { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const [broken] = document.errors;
  if (broken !== undefined)
    throw new ScenarioUnreadable(`Cannot read ${file}: ${broken.message}`, {
      remedy: 'Mend the syntax at this place.',
      where: place(broken.pos[0]),
      cause: broken,
    });
  const where = (path: readonly PropertyKey[]) => place(offsetOf(document, path));
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return { value: checked.data, where };
  const { issues } = checked.error;
  // A misspelt key is also a missing one; where it stands is the better place to point at.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  const stray = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...stray];
  throw new ScenarioInvalid(
    `Cannot use ${file}: ${path.map(String).join('.') || 'the file'}: ${issue?.message}`,
    {
      remedy: 'Change this entry to what the schema of the file expects.',
      where: place(offsetOf(document, path, stray.length > 0)),
      cause: checked.error,
    },
  );
}

/**
 * Reads JSON that is long and seldom wrong, such as log records. Parsing with places takes ten times as long, so that is
 * done only to say where a fault is.
 *
 * @throws as {@link readDocument} does.
 */
export async function readLongJson<S extends z.ZodType>(file: string, schema: S): Promise<z.output<S>> {
  const checked = schema.safeParse(plainJson(await textOf(file)));
  return checked.success ? checked.data : (await readDocument(file, schema)).value;
}

function plainJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new ScenarioUnreadable(`Cannot read ${file}`, {
      remedy: 'Check that the scenario folder is complete and readable.',
      where: `${file}:1:1`,
      cause,
    });
  }
}

/** Where an entry starts: at its value if that is a single one, else at its key. */
function offsetOf(document: Document, path: readonly PropertyKey[], atKey = false): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (isSeq(node)) node = node.items[Number(step)];
    else if (isMap(node)) {
      const pair = node.items.find(({ key }) => keyOf(key) === String(step));
      if (pair === undefined) return offset;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
      continue;
    } else return offset;
    offset = startOf(node) ?? offset;
  }
  return isScalar(node) && !atKey ? (startOf(node) ?? offset) : offset;
}

function keyOf(key: unknown): string {
  return String(isNode(key) && 'value' in key ? key.value : key);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}
