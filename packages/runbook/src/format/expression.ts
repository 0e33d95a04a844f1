import { search } from '@aws-lambda-powertools/jmespath';
import type { JSONObject } from '@aws-lambda-powertools/jmespath/types';
import { z } from 'zod';
import { ExpressionFailed } from '../errors.ts';

/**
 * Evaluates a JMESPath expression. AWS people know it from `--query`; it reads and has no effects.
 *
 * @throws {ExpressionFailed} when a value has a form that the expression cannot be used on.
 * Source: jmespath.org, "JMESPath Specification".
 */
export function evaluate(text: string, scope: Readonly<Record<string, unknown>>): unknown {
  try {
    return search(text, scope as JSONObject) ?? null;
  } catch (cause) {
    throw new ExpressionFailed(`Cannot work out "${text}": ${(cause as Error).message}`, {
      remedy:
        'A value has another form than the runbook expects. Skip the step, and mend the expression later.',
      cause,
    });
  }
}

/** The errors that are about the expression itself; others are about what it was tried on, which says nothing. */
const ABOUT_THE_TEXT = new Set([
  'ArityError',
  'EmptyExpressionError',
  'IncompleteExpressionError',
  'LexerError',
  'ParseError',
  'UnknownFunctionError',
  'VariadicArityError',
]);

/** Says what is wrong with an expression, or nothing when it parses. */
export function expressionError(text: string): string | undefined {
  try {
    search(text, {});
    return undefined;
  } catch (error) {
    const { name, message } = error as Error;
    return ABOUT_THE_TEXT.has(name) ? message.replace(/^Invalid jmespath expression: /, '') : undefined;
  }
}

/** A JMESPath expression in YAML. */
export const expression = z.string().superRefine((text, context) => {
  const message = expressionError(text);
  if (message !== undefined) context.addIssue({ code: 'custom', message: `JMESPath: ${message}` });
});

const TEMPLATE = /^\s*\{\{(.*)\}\}\s*$/s;

/** The expression inside `{{ … }}`, or nothing for plain text. A template is always a whole value. */
export function templateExpression(text: string): string | undefined {
  return TEMPLATE.exec(text)?.[1]?.trim();
}

/** A plain value, or a `{{ expression }}`. */
export const template = z.string().superRefine((text, context) => {
  const inner = templateExpression(text);
  if (inner === undefined && text.includes('{{')) {
    context.addIssue({ code: 'custom', message: 'expected {{ … }} to be the whole value' });
  }
  const message = inner === undefined ? undefined : expressionError(inner);
  if (message !== undefined) context.addIssue({ code: 'custom', message: `JMESPath: ${message}` });
});

/** The names at which an expression starts to read: its roots in the scope. */
export function rootNames(text: string): string[] {
  const [first = ''] = text
    .replace(/'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"/g, ' ')
    .replace(/\[[^\]]*\]|\{[^}]*\}|(?<!&)&(?!&)\s*[\w.]+/g, '.')
    .split(/(?<!\|)\|(?!\|)/);
  const names = first.matchAll(/(?<![\w.])([A-Za-z_]\w*)(?!\w*\s*\()/g);
  return [...new Set([...names].map((match) => match[1] ?? ''))];
}
