import { closest } from '@firebreak/problem';
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { z } from 'zod';
import { CONFIG_SCHEMA, type FirebreakConfig } from './config-schema.ts';
import { keysOf, schemaAt } from './schema-at.ts';

/** One mistake in the configuration; line and column count from 1. */
export interface ConfigFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Reads the text of a `firebreak.yaml`. Either there is a configuration, or every mistake that was found. */
export function readConfig(text: string): FirebreakConfig | readonly ConfigFault[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const fault = (offset: number, message: string): ConfigFault => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  if (document.errors.length > 0)
    return document.errors.map(({ pos, message }) => fault(pos[0], message.split('\n')[0] ?? ''));
  keepAccountIds(document);
  let value: unknown;
  try {
    value = document.toJS();
  } catch {
    return [fault(0, 'too many aliases')];
  }
  if (value === null) return [fault(0, 'the file is empty')];
  const checked = CONFIG_SCHEMA.safeParse(value);
  if (checked.success) return checked.data;
  const faults = checked.error.issues.flatMap((issue) => faultsOf(issue, document, fault));
  return faults
    .filter(({ missing }) => missing === undefined || !faults.some(({ meant }) => meant === missing))
    .map(({ line, column, message }) => ({ line, column, message }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

interface PlacedFault extends ConfigFault {
  /** Path of a key that is missing, and the path that an unknown key was meant to have. */
  readonly missing?: string;
  readonly meant?: string;
}

function faultsOf(
  issue: z.core.$ZodIssue,
  document: Document,
  fault: (offset: number, message: string) => ConfigFault,
): PlacedFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const meant = closest(key, knownKeys(issue.path));
      const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
      return {
        ...fault(offsetOf(document, [...issue.path, key], true), `unknown key "${key}"${hint}`),
        ...(meant === undefined ? {} : { meant: [...issue.path, meant].join('.') }),
      };
    });
  }
  const path = issue.path.join('.');
  if (issue.path.length > 0 && document.getIn(issue.path) === undefined)
    return [{ ...fault(offsetOf(document, issue.path), `"${path}" is missing`), missing: path }];
  const message = issue.path.length === 0 ? 'must be a mapping of keys' : `${path}: ${issue.message}`;
  const hasNoValue = document.getIn(issue.path) === null;
  return [fault(offsetOf(document, issue.path), hasNoValue ? `"${path}" has no value` : message)];
}

/** Twelve digits are an account id, also without quotes and with zeros in front. */
function keepAccountIds(document: Document): void {
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'number' && /^\d{12}$/.test(node.source ?? '')) node.value = node.source;
    },
  });
}

/** Where an entry starts: at its value if that is a single one, else at its key; the nearest around it if it is missing. */
function offsetOf(document: Document, path: readonly PropertyKey[], atKey = false): number {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
      if (pair === undefined) return offset;
      offset = startOf(pair.key, offset);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node, offset);
    } else return offset;
  }
  return isScalar(node) && node.value !== null && !atKey ? startOf(node, offset) : offset;
}

function startOf(node: unknown, otherwise = 0): number {
  return (isNode(node) ? (node as Node).range?.[0] : undefined) ?? otherwise;
}

function knownKeys(path: readonly PropertyKey[]): string[] {
  return keysOf(schemaAt(path)).map(([key]) => key);
}
