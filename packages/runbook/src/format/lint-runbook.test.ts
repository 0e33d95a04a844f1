import { expect, test } from 'vitest';
import { formatMessage } from './lint-message.ts';
import { lintRunbook } from './lint-runbook.ts';
import type { Vocabulary } from './vocabulary.ts';

const vocabulary: Vocabulary = {
  queries: new Map([
    [
      'key-activity',
      [
        { name: 'access-key', required: true },
        { name: 'since', required: false },
      ],
    ],
  ]),
  actions: new Map([['deny-user', [{ name: 'user', required: true }]]]),
};
const today = new Date('2026-11-22T00:00:00Z');

const GOOD = `---
runbook: 1
severity: P1
reviewed: 2026-09-30
inputs: { key: { type: access-key-id, ask: Which key?, from: finding.accessKeyId } }
---
# Leaked key
For a key that leaked.
## Find the owner
Field \`accessKeyId\`, 90 days.
\`\`\`yaml step
trace: "{{ key }}"
save: { user: result.root.userName }
\`\`\`
## Was it the owner?
- **No, or not sure** → [Deny the user](#deny-the-user)
- **Yes** → [Prove it](#prove-it)
## Deny the user
User {{ user }} is denied.
\`\`\`yaml step
contain: deny-user
account: "111111111111"
with: { user: "{{ user }}" }
when: user != \`null\`
\`\`\`
## Prove it
- [ ] Workloads are checked.
\`\`\`yaml step
verify: containments
\`\`\`
`;

function messagesOf(text: string): string[] {
  return lintRunbook(text, 'r.md', vocabulary, today).messages.map(formatMessage);
}

test('lintRunbook() has nothing to say of a good runbook, and returns it', () => {
  const { runbook, messages } = lintRunbook(GOOD, 'runbooks/leaked-key.md', vocabulary, today);
  expect(messages).toEqual([]);
  expect(runbook).toMatchObject({ id: 'leaked-key', title: 'Leaked key', intro: 'For a key that leaked.' });
  expect(
    runbook?.steps.map(({ id, prose, ticks, options }) => [id, prose, ticks.length, options.length]),
  ).toEqual([
    ['find-the-owner', 'Field `accessKeyId`, 90 days.', 0, 0],
    ['was-it-the-owner', '', 0, 2],
    ['deny-the-user', 'User {{ user }} is denied.', 0, 0],
    ['prove-it', '', 1, 0],
  ]);
});

test.each([
  [
    'severity: P1',
    'severity: P9',
    'r.md:3:11: error: severity: Invalid option: expected one of "P1"|"P2"|"P3"|"P4" [schema]',
  ],
  [
    'reviewed: 2026-09-30',
    'reviewed: 2025-09-30',
    'r.md:4:11: warning: last reviewed 418 days ago [stale-review]',
  ],
  ['severity: P1\n', '', 'r.md:2:1: error: "severity" is missing [schema]'],
  ['runbook: 1', 'runbok: 1', 'r.md:2:1: error: unknown key "runbok"; did you mean "runbook"? [unknown-key]'],
  ['save: {', 'sav: {', 'r.md:13:1: error: unknown key "sav"; did you mean "save"? [unknown-key]'],
  [
    'result.root.userName',
    'result.root.',
    'r.md:13:15: error: save.user: JMESPath: parse error at column 12, found unexpected end of expression (EOF) in expression: result.root. [schema]',
  ],
  [
    'trace: "{{ key }}"',
    'trace: "{{ kye }}"',
    'r.md:12:8: error: "kye" is not asked, saved or given before this step [unknown-variable]',
  ],
  ['trace:', 'tarce:', 'r.md:12:1: error: "tarce" is no kind of step; did you mean "trace"? [unknown-key]'],
  [
    'contain: deny-user',
    'contain: deny-usr',
    'r.md:21:10: error: there is no action "deny-usr"; did you mean "deny-user"? [unknown-name]',
  ],
  [
    'with: { user:',
    'with: { usr:',
    'r.md:23:14: error: action "deny-user" has no "usr"; did you mean "user"? [unknown-name]',
  ],
  [
    '(#deny-the-user)',
    '(#deny-user)',
    'r.md:16:1: error: no step #deny-user; did you mean "deny-the-user"? [dead-link]',
  ],
  [
    '- **Yes** → [Prove it](#prove-it)\n',
    '',
    'r.md:15:1: error: a decision needs a list of at least two links to steps [decide-needs-two]',
  ],
  [
    'No, or not sure',
    'No',
    'r.md:15:1: warning: no option says "not sure"; a responder often is not [decide-without-unsure]',
  ],
  [
    'verify: containments',
    'ask: Done?\nsave: done',
    'r.md:18:1: error: no verify step follows the last containment [containment-without-verify]',
  ],
  [
    'User {{ user }}',
    'User {{ owner }}',
    'r.md:18:1: error: "owner" is not asked, saved or given before this step [unknown-variable]',
  ],
  ['# Leaked key', '# Leaked key\n# Another', 'r.md:8:1: error: expected one # title, found 2 [one-h1]'],
  [
    'Field `',
    '<b>x</b>\n\nField `',
    'r.md:10:1: error: HTML is not shown in a terminal; write Markdown [no-html]',
  ],
  ['when: user', 'when: [', 'r.md:24:12: error: Plain value cannot start with reserved character ` [yaml]'],
])('lintRunbook() explains %j changed to %j', (from, to, expected) => {
  expect(GOOD).toContain(from);
  const messages = messagesOf(GOOD.replace(from, to));
  expect(
    messages.some((message) => message.startsWith(expected)),
    messages.join('\n'),
  ).toBe(true);
});

test.each([
  '',
  '---\n---\n',
  '# x',
  '## a\n## a\n',
  '---\nrunbook: 1\n---\n# a\n## b\n```yaml step\n[\n```\n',
])('lintRunbook() finds something in %j and does not throw', (text) => {
  const { runbook, messages } = lintRunbook(text, 'r.md', vocabulary, today);
  expect(runbook).toBeUndefined();
  expect(messages.length).toBeGreaterThan(0);
});
