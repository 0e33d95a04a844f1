import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnprintableWord } from './errors.ts';
import { shellWord } from './shell-word.ts';

test.each([
  ['build-bot', 'build-bot'],
  ['arn:aws:iam::111111111111:role/a+b', 'arn:aws:iam::111111111111:role/a+b'],
  ['Name=x,Values=y', 'Name=x,Values=y'],
  ['', `''`],
  ['=ls', `'=ls'`],
  ['two words', `'two words'`],
  ['$(id)', `'$(id)'`],
  ['`id`', `'\`id\`'`],
  ['~root', `'~root'`],
  ['a;b&c|d>e<f', `'a;b&c|d>e<f'`],
  ["it's", `'it'\\''s'`],
  ['a\\', `'a\\'`],
  ['!history', `'!history'`],
  ['*?[a]{b,c}', `'*?[a]{b,c}'`],
  ['#', `'#'`],
])('shellWord(%o) is %s', (value, word) => {
  expect(shellWord(value)).toBe(word);
});

test.each([
  'a\nb',
  'a\rb',
  'a\tb',
  '\x1b[8m',
  '\x9b2J',
  '\0',
  '\x7f',
  'a\u202eb',
  'a\u200bb',
  'a\u00a0b',
  'a\u{e0041}',
  'a\ufe0f',
  '\u3164',
  '\ud800',
  `a${'\u0301'.repeat(5)}`,
])('shellWord(%j) is refused', (value) => {
  expect(() => shellWord(value)).toThrow(UnprintableWord);
});

test('shellWord() names what it refuses without obeying it', () => {
  expect(() => shellWord('\x1b]52;c;eA==\x07')).toThrow('the value ␛]52;c;eA==␇ holds control');
});

test('shellWord() accepts a policy of any length', () => {
  expect(shellWord(`{"${'a'.repeat(12_000)}"}`)).toHaveLength(12_006);
});

test.skipIf(process.platform === 'win32')('shellWord() comes back from a shell letter by letter', () => {
  const unit = fc.oneof(
    fc.constantFrom(...`'"\\$\`!*?[]{}()<>|&;~#=% -`, 'é', '東', '🔑', '$(id)', "'\\''"),
    fc.string({ minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.array(fc.string({ unit, minLength: 1, maxLength: 30 }), { minLength: 20 }), (values) => {
      const { stdout } = spawnSync('sh', ['-c', `printf '%s\\n' ${values.map(shellWord).join(' ')}`], {
        encoding: 'utf8',
      });
      expect(stdout.split('\n').slice(0, -1)).toEqual(values);
    }),
    { numRuns: 25 },
  );
});
