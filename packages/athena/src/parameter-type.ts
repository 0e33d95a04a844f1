import { isIP } from 'node:net';
import { parseTime } from './time-expression.ts';

/** The types that a parameter of a saved query can have. */
export const PARAMETER_TYPES = [
  'access-key-id',
  'account-id',
  'region',
  'arn',
  'ip',
  'network',
  'time',
  'number',
  'text',
  'list',
] as const;

export type ParameterType = (typeof PARAMETER_TYPES)[number];

export function isParameterType(text: string): text is ParameterType {
  return PARAMETER_TYPES.some((type) => type === text);
}

interface Rule {
  readonly holds: (value: string) => boolean;
  /** Completes "must be …". */
  readonly shape: string;
}

const RULES: Record<ParameterType, Rule> = {
  // IAM API Reference, "AccessKey": 16 to 128 characters.
  'access-key-id': {
    holds: (value) => /^[A-Z]{4}[A-Z0-9]{12,124}$/.test(value),
    shape: 'an access key id: four capital letters, then at least 12 capital letters and digits',
  },
  'account-id': { holds: (value) => /^\d{12}$/.test(value), shape: 'an account id: 12 digits' },
  region: {
    holds: (value) => /^[a-z]{2,5}(?:-[a-z]+)+-\d{1,2}$/.test(value),
    shape: 'a region code, such as eu-central-1',
  },
  // IAM User Guide, "Amazon Resource Names (ARNs)".
  arn: {
    holds: (value) => /^arn:[^:\s]+:[^:\s]+:[^:\s]*:[^:\s]*:\S(?:.*\S)?$/.test(value) && isPlainText(value),
    shape: 'an ARN: arn:partition:service:region:account:resource',
  },
  ip: {
    holds: (value) => isIP(value) !== 0 && !value.includes('%'),
    shape: 'one IPv4 or IPv6 address, without a prefix length',
  },
  network: {
    holds: isNetwork,
    shape: 'an IPv4 or IPv6 address, or a network such as 192.0.2.0/24',
  },
  time: {
    holds: (value) => parseTime(value) !== undefined,
    shape:
      'a time with its zone, such as 2026-03-01T00:00:00Z, or an age (30m, 36h, 7d, 2w), or the word now',
  },
  number: { holds: (value) => /^\d{1,15}$/.test(value), shape: 'a whole number of at most 15 digits' },
  text: { holds: isPlainText, shape: 'text on one line, without control characters' },
  list: {
    holds: (value) =>
      isPlainText(value) && value.split(',').every((item) => item !== '' && item === item.trim()),
    shape: 'items with commas between them and no spaces around them, such as GetObject,PutObject',
  },
};

/** Athena takes 1 to 1,024 characters for one value, quotes included (API Reference, "QueryExecution"). */
const LONGEST_LITERAL = 1_024;

/** What a value would have to be to have the type, as the end of "must be …"; nothing when it has it. */
export function parameterFault(type: ParameterType, value: string): string | undefined {
  const rule = RULES[type];
  if (value === '') return `${rule.shape}; it is empty`;
  if (!rule.holds(value)) return rule.shape;
  if (value.replaceAll("'", "''").length + 2 > LONGEST_LITERAL)
    return `shorter: an engine takes ${LONGEST_LITERAL} characters at most`;
  return undefined;
}

function isNetwork(value: string): boolean {
  const [address = '', prefix, ...rest] = value.split('/');
  const version = address.includes('%') ? 0 : isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128);
}

// Lone surrogates and control characters do not survive the way to every engine unchanged.
function isPlainText(value: string): boolean {
  return value.isWellFormed() && !/\p{Cc}/u.test(value);
}
