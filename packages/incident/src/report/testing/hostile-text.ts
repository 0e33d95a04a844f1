import fc from 'fast-check';

const SIGNS = [
  ...'\\`*_{}[]<>()#+-.!|~&:@$^="\'/ \t\n\r\0',
  ...['a', 'x', '1', '1.', '---', '===', '```', '-->', '<!--', ']]>', '</', '<b', '<script>', '</style>'],
  ...[
    '</title>',
    '</svg>',
    '<img src=x onerror=x>',
    '" onload="x',
    "' onload='x",
    '&lt;',
    '&#60;',
    '![x](y)',
  ],
  ...[
    'https://example.com',
    'www.example.com',
    'a@example.com',
    '@everyone',
    '\u202e',
    '\u2028',
    '\u{e0041}',
  ],
  ...['\x1b]8;;https://example.com\x07', '\x9d', '\ud800', '\u0301'],
];

/** Text as an intruder would choose it. */
export const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...SIGNS), minLength: 1, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }) },
);
