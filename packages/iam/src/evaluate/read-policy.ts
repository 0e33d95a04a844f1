import { type Condition, readCondition } from './condition.ts';
import { PolicyNotUnderstood, type StatementPlace } from './errors.ts';
import { type GlobToken, globTokens } from './glob.ts';
import { listOf, recordOf, textsOf } from './policy-json.ts';
import type { NamedPolicy, PolicyKind } from './policy-set.ts';
import { type PolicyText, readPolicyText } from './policy-text.ts';
import { type PrincipalElement, readPrincipals } from './principal-match.ts';

/** A statement of which every element is understood. */
export interface ReadStatement {
  readonly place: StatementPlace;
  readonly effect: 'Allow' | 'Deny';
  /** In lower case. */
  readonly action: { readonly negated: boolean; readonly patterns: readonly GlobToken[][] };
  /** Absent where the policy belongs to a resource and means that one. */
  readonly resource: { readonly negated: boolean; readonly patterns: readonly PolicyText[] } | undefined;
  readonly principal: PrincipalElement | undefined;
  readonly conditions: readonly Condition[];
}

const VERSIONS = ['2012-10-17', '2008-10-17'];
const DOCUMENT_ELEMENTS = ['Version', 'Id', 'Statement'];
const STATEMENT_ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/**
 * Reads a whole policy, and throws {@link PolicyNotUnderstood} when any of it has no certain meaning: also a statement
 * that has nothing to do with the request, since what cannot be read cannot be called irrelevant.
 * Source: IAM User Guide, "IAM JSON policy elements reference" (reference_policies_elements).
 */
export function readPolicy({ name, document }: NamedPolicy, kind: PolicyKind): ReadStatement[] {
  const place = { kind, policy: name, statement: 'document' };
  const elements = recordOf(document, DOCUMENT_ELEMENTS, place, 'Statement');
  const version = elements['Version'] ?? '2008-10-17';
  if (typeof version !== 'string' || !VERSIONS.includes(version)) {
    throw new PolicyNotUnderstood(place, 'Version', `is none that AWS documents: "${version}"`);
  }
  return listOf(elements['Statement']).map((statement, index) =>
    readStatement(statement, { ...place, statement: `#${index + 1}` }, version === '2012-10-17'),
  );
}

function readStatement(statement: unknown, numbered: StatementPlace, variables: boolean): ReadStatement {
  const { Sid } = recordOf(statement, undefined, numbered, 'Statement');
  const place = typeof Sid === 'string' && Sid !== '' ? { ...numbered, statement: Sid } : numbered;
  const elements = recordOf(statement, STATEMENT_ELEMENTS, place, 'Statement');
  const effect = elements['Effect'];
  if (effect !== 'Allow' && effect !== 'Deny') {
    throw new PolicyNotUnderstood(place, 'Effect', 'is neither "Allow" nor "Deny"');
  }
  const action = oneOf(elements, 'Action', 'NotAction', place);
  if (action === undefined) throw new PolicyNotUnderstood(place, 'Action', 'is missing');
  return {
    place,
    effect,
    action: {
      negated: action.negated,
      patterns: textsOf(action.value, place, action.element).map((text) => globTokens(text.toLowerCase())),
    },
    resource: readResource(elements, place, variables),
    principal: readPrincipal(elements, place, effect),
    conditions: readConditions(elements, place, variables),
  };
}

function readResource(
  elements: Readonly<Record<string, unknown>>,
  place: StatementPlace,
  variables: boolean,
): ReadStatement['resource'] {
  const found = oneOf(elements, 'Resource', 'NotResource', place);
  if (found === undefined && place.kind === 'resource policy') return undefined;
  if (found === undefined) throw new PolicyNotUnderstood(place, 'Resource', 'is missing');
  const patterns = textsOf(found.value, place, found.element).map((value) => {
    const text = readPolicyText(value, variables);
    if (text !== undefined && !startsWithVariable(text)) return text;
    const reason = `has a variable that is malformed or stands before the fifth colon: "${value}"`;
    throw new PolicyNotUnderstood(place, found.element, reason);
  });
  return { negated: found.negated, patterns };
}

/** "You can't use a variable to replace parts of the ARN before the fifth colon" (reference_policies_variables). */
function startsWithVariable(text: PolicyText): boolean {
  const first = text.findIndex((stretch) => 'key' in stretch);
  const before = text.slice(0, Math.max(first, 0)).map((stretch) => ('text' in stretch ? stretch.text : ''));
  return first >= 0 && before.join('').split(':').length < 6;
}

function readPrincipal(
  elements: Readonly<Record<string, unknown>>,
  place: StatementPlace,
  effect: 'Allow' | 'Deny',
): PrincipalElement | undefined {
  const found = oneOf(elements, 'Principal', 'NotPrincipal', place);
  if (place.kind !== 'resource policy') {
    if (found === undefined) return undefined;
    throw new PolicyNotUnderstood(place, found.element, `does not belong in this kind of policy`);
  }
  if (found === undefined) throw new PolicyNotUnderstood(place, 'Principal', 'is missing');
  const { element, negated, value } = found;
  if (negated && effect === 'Allow') {
    throw new PolicyNotUnderstood(place, element, 'has no defined meaning together with "Allow"');
  }
  if (value === '*') return readPrincipals([['AWS', '*']], place, negated);
  const types = recordOf(value, undefined, place, element);
  const pairs = Object.entries(types).flatMap(([type, values]) =>
    textsOf(values, place, element).map((text) => [type, text] as const),
  );
  return readPrincipals(pairs, place, negated);
}

function readConditions(
  elements: Readonly<Record<string, unknown>>,
  place: StatementPlace,
  variables: boolean,
): Condition[] {
  const block = elements['Condition'];
  if (block === undefined) return [];
  return Object.entries(recordOf(block, undefined, place, 'Condition')).flatMap(([operator, keys]) =>
    Object.entries(recordOf(keys, undefined, place, operator)).map(([key, values]) =>
      readCondition({ operator, key, values: textsOf(values, place, operator) }, place, variables),
    ),
  );
}

function oneOf(
  elements: Readonly<Record<string, unknown>>,
  plain: string,
  negated: string,
  place: StatementPlace,
): { element: string; negated: boolean; value: unknown } | undefined {
  const [found, ...more] = [plain, negated].filter((element) => elements[element] !== undefined);
  if (found === undefined) return undefined;
  if (more.length > 0) throw new PolicyNotUnderstood(place, negated, `stands beside "${plain}"`);
  return { element: found, negated: found === negated, value: elements[found] };
}
