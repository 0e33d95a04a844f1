import { PHASES } from './advice-record.ts';
import { FACTS } from './fact.ts';

/** The part of JSON Schema, draft 7, that the records are described with. */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string';
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Other names than {@link Schema.properties}: none, or these. */
  readonly additionalProperties?: false | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly enum?: readonly (string | boolean)[];
  readonly pattern?: string;
  readonly anyOf?: readonly Schema[];
}

const sentence = (description: string): Schema => ({
  type: 'string',
  pattern: '^[A-Z"{].*[.:]$',
  description,
});
const words = (description: string): Schema => ({ type: 'string', pattern: '\\S', description });
const list = (items: Schema, description: string, minItems = 0): Schema => ({
  type: 'array',
  items,
  description,
  ...(minItems === 0 ? {} : { minItems }),
});
const object = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

const ID: Schema = { type: 'string', pattern: '^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$' };
const FACT: Schema = { type: 'string', enum: [...FACTS], description: 'What may be known of a credential.' };

const condition: Schema = {
  anyOf: [
    object({ fact: FACT, is: list(words('A value.'), 'One of these values.', 1) }),
    object({ fact: FACT, like: words('A regular expression.') }),
    object({ fact: FACT, absent: { enum: [true], description: 'It is not known.' } }),
  ],
};

const action = object(
  {
    phase: {
      type: 'string',
      enum: [...PHASES],
      description: 'When it is done: the phases are in their order.',
    },
    action: { ...ID, description: 'An action of firebreak, or a name of its own for "by": "hand".' },
    by: { type: 'string', enum: ['firebreak', 'hand'], description: 'Who does it.' },
    title: words('One line in the imperative; {fact} stands for a value.'),
    target: {
      type: 'object',
      additionalProperties: { type: 'string', pattern: '^=?[a-z-]+$' },
      description: 'Target field to fact, or to "=" and a fixed word.',
    },
    where: {
      type: 'string',
      enum: ['account', 'management'],
      description: "In the credential's own account, or in the organisation's management account.",
    },
    why: sentence('Why it is done.'),
    stops: list(sentence('What ends.'), 'What ends.', 1),
    doesNotStop: list(sentence('What goes on.'), 'What goes on in spite of it.', 1),
    onlyIf: words('The condition, as a clause behind "only if".'),
    needs: list(FACT, 'Left out unless these are known.', 1),
    lines: list(list(words('A word.'), 'A command, word by word.', 2), 'AWS CLI lines.', 1),
  },
  ['target', 'onlyIf', 'needs', 'lines'],
);

/** Of `packages/containment/advice/*.json`. */
export const ADVICE_RECORD_SCHEMA: Schema = object(
  {
    $schema: words('Where this schema is, for editors.'),
    id: ID,
    name: words('The type of credential.'),
    signs: list(
      object({
        when: list(condition, 'All of them hold.', 1),
        why: words('Why, as a clause: "userType is Root".'),
      }),
      'Any one of them recognises it.',
      1,
    ),
    disablingTheKey: sentence('What disabling the key does.'),
    refusal: object({
      why: sentence('Why nothing is contained.'),
      instead: sentence('Where to go instead.'),
    }),
    actions: list(action, 'What to do, in order.'),
    cannot: list(sentence('What cannot be done.'), 'What cannot be done.', 1),
    rollback: list(sentence('How it is undone.'), 'How it is undone, and what to save first.', 1),
    checks: list(ID, 'Ids of checks/persistence.json to run next.'),
    sources: list(words('Guide and title of the page.'), 'The pages behind it.', 1),
  },
  ['refusal'],
);

/** Of `packages/containment/advice/checks/persistence.json`. */
export const PERSISTENCE_SCHEMA: Schema = object({
  $schema: words('Where this schema is, for editors.'),
  checks: list(
    object({
      id: ID,
      trick: words('The way back in.'),
      survives: words('What it survives.'),
      queries: list(
        object(
          {
            name: { ...ID, description: 'A saved query in sql/.' },
            with: { type: 'object', additionalProperties: FACT, description: 'Parameter to fact.' },
          },
          ['with'],
        ),
        'The saved queries that show it.',
        1,
      ),
    }),
    'Ways back in.',
    1,
  ),
});

/** Of `packages/containment/policies/about.json`. */
export const READY_POLICIES_SCHEMA: Schema = object({
  $schema: words('Where this schema is, for editors.'),
  policies: list(
    object({
      file: { type: 'string', pattern: '^[a-z0-9-]+\\.json$', description: 'The policy, beside this file.' },
      denies: sentence('What it denies.'),
      passes: sentence('What it lets pass.'),
      placeholders: list(
        object({ text: words('What stands in the file.'), meaning: words('What to put there.') }),
        'What to replace before it is used.',
      ),
      sources: list(words('Guide and title of the page.'), 'The pages behind it.', 1),
    }),
    'Every policy in the folder.',
    1,
  ),
});
