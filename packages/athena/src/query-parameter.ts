import { isParameterType, PARAMETER_TYPES, type ParameterType, parameterFault } from './parameter-type.ts';
import { type HeaderEntry, malformed, type Piece, proseOf } from './query-header.ts';

/** One parameter of a saved query. */
export interface QueryParameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly required: boolean;
  /** What stands in when the caller gives no value; absent exactly when the parameter is required. */
  readonly default?: string;
  readonly description: string;
  readonly example: string;
}

/** As a default, it lets the caller leave a parameter open, whatever its type. The statement then compares with it. */
export const ANY = 'any';

/**
 * Reads the header entry `parameter <name>: <type>, required|default <value>` with its description and example.
 * @throws {SavedQueryMalformed} when a part is missing or the default or example does not have the type.
 */
export function parseParameter({ key, lines }: HeaderEntry, path: string): QueryParameter {
  const name = key.text.slice('parameter '.length);
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
    throw malformed(path, key, `"${name}" is no parameter name`, {
      remedy: 'Use small letters, digits and hyphens.',
    });
  }
  const [first = key, ...rest] = lines;
  const declared = /^(?<type>[^,]*), (?:(?<required>required)|(?<given>default (?<value>.+)))$/.exec(
    first.text,
  )?.groups;
  if (declared === undefined) {
    throw malformed(path, first, `parameter ${name} does not say its type and whether it is required`, {
      remedy: 'Write "<type>, required" or "<type>, default <value>".',
    });
  }
  const { type = '', value, given } = declared;
  if (!isParameterType(type)) {
    throw malformed(path, first, `parameter ${name} has the unknown type "${type}"`, {
      remedy: `Use one of: ${PARAMETER_TYPES.join(', ')}.`,
    });
  }
  if (given !== undefined && value !== undefined && value !== ANY) {
    const column = first.column + first.text.length - value.length;
    mustHave({ type, name, path }, 'default', { ...first, text: value, column });
  }
  const example = rest.at(-1);
  const sample = /^example: (?<value>.+)$/.exec(example?.text ?? '')?.groups?.['value'];
  if (example === undefined || sample === undefined) {
    throw malformed(path, rest.at(-1) ?? first, `parameter ${name} has no example`, {
      remedy: 'Add a last line "example: <value>" to the parameter.',
    });
  }
  mustHave({ type, name, path }, 'example', {
    ...example,
    text: sample,
    column: example.column + 'example: '.length,
  });
  const description = proseOf(rest.slice(0, -1));
  if (description === '') {
    throw malformed(path, first, `parameter ${name} has no description`, {
      remedy: 'Say in one sentence, on an indented line, what the parameter means.',
    });
  }
  return {
    name,
    type,
    required: value === undefined,
    ...(value === undefined ? {} : { default: value }),
    description,
    example: sample,
  };
}

function mustHave(
  { type, name, path }: { type: ParameterType; name: string; path: string },
  role: 'default' | 'example',
  value: Piece,
): void {
  const fault = parameterFault(type, value.text);
  if (fault === undefined) return;
  throw malformed(path, value, `the ${role} of parameter ${name} must be ${fault}`, {
    remedy: `Give a ${role} of type ${type}.`,
  });
}
