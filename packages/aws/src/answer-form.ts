import { safeText } from '@firebreak/untrusted';
import type { ApiAnswer } from './api-call.ts';
import { decodedPolicy } from './decoded-policy.ts';

type Kind = 'text' | 'list of texts' | 'list' | 'policy document' | 'account';

/**
 * What the answer to one operation always holds. Members are named by path, such as `Role.Path`;
 * `AccessKeyMetadata[].Status` is the member of each item of a list.
 */
export interface AnswerForm {
  readonly holds: Readonly<Record<string, Kind>>;
  /** Members in which AWS repeats a member of the input, by the name that it has there. */
  readonly repeats?: Readonly<Record<string, string>>;
}

/** What shows that this is not the answer to the call, in words; undefined when nothing does. */
export function wrongIn(answer: ApiAnswer, input: ApiAnswer, form: AnswerForm): string | undefined {
  for (const [path, kind] of Object.entries(form.holds)) {
    const found = membersAt(answer, path);
    if (found.includes(undefined)) return `it has no ${path}`;
    if (!found.every((value) => isKind(value, kind))) return `${path} is no ${kind}`;
  }
  for (const [path, name] of Object.entries(form.repeats ?? {})) {
    const wanted = String(input[name]);
    for (const value of membersAt(answer, path)) {
      if (value === undefined) return `it has no ${path}`;
      // IAM does not tell names apart by case.
      if (String(value).toLowerCase() !== wanted.toLowerCase())
        return `${path} is "${safeText(String(value).slice(0, 200))}" and not "${safeText(wanted)}"`;
    }
  }
  return wrongPage(answer, input);
}

/** A page that names no next page, or itself as the next, would be read for ever or taken for the end. */
function wrongPage({ IsTruncated, Marker }: ApiAnswer, input: ApiAnswer): string | undefined {
  if (IsTruncated !== true) return undefined;
  if (typeof Marker !== 'string') return 'it says that there is more, and has no Marker';
  return Marker === input['Marker'] ? 'it is the page before this one' : undefined;
}

function membersAt(answer: ApiAnswer, path: string): unknown[] {
  let values: unknown[] = [answer];
  for (const step of path.split('.')) {
    const name = step.replace('[]', '');
    values = values.map((value) => memberOf(value, name));
    if (step !== name) values = values.flat();
  }
  return values;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function isKind(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'list':
      return Array.isArray(value);
    case 'list of texts':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'policy document':
      return decodedPolicy(value) !== undefined;
    case 'account':
      return typeof value === 'string' && /^\d{12}$/.test(value);
  }
}
