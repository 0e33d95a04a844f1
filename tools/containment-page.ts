import {
  ADVICE_RECORDS,
  type AdviceRecord,
  PERSISTENCE_CHECKS,
  READY_POLICIES,
  type RecordAction,
} from '../packages/containment/src/index.ts';
import { policySize } from '../packages/iam/src/index.ts';

/** The page about containment: each type of credential from its record, the checks and the ready policies. */
export function containmentPage(): string {
  return [
    '# Containment by credential',
    '<!-- Written by tools/write-tables.ts from packages/containment/advice and packages/containment/policies. -->',
    'What stops a credential depends on where its permissions come from: for GetSessionToken and GetFederationToken from the\n' +
      'IAM user, for every AssumeRole from the role. They are read anew at each request, so a deny there ends what is issued.',
    '```sh\nnpx firebreak contain advise --finding finding.json --logs AWSLogs/\n```',
    'From a finding or a key, and from its lineage in the logs, that prints these steps for the root, each hop and all that\n' +
      'came of it. Service control policies come first: an intruder in a member account cannot take them away, while a deny in\n' +
      'IAM is at times deleted in the seconds before it holds. Then deny, keys, sign-in, sessions, trust, source and host.\n' +
      'An action in `code` is one of firebreak; *by hand* comes with AWS CLI lines where there are any.',
    ...ADVICE_RECORDS.map(section),
    '## What to look for next',
    table(
      ['way back in', 'survives', 'saved queries'],
      PERSISTENCE_CHECKS.map(({ trick, survives, queries }) => [
        trick,
        survives,
        queries.map(({ name }) => `[\`${name}\`](saved-queries.md#${name})`).join(', '),
      ]),
    ),
    '## Ready deny policies',
    'In `packages/containment/policies/`, for less than a deny of everything. They deny and allow nothing, so they are attached\n' +
      'beside the policies of a user, group or role. The size counts no white space; a user has room for 2,048 in all its inline\n' +
      'policies, a managed policy for 6,144.',
    table(
      ['policy', 'size', 'denies', 'lets pass', 'replace first'],
      READY_POLICIES.map(({ file, denies, passes, placeholders, document }) => [
        `[${file.replace('.json', '')}](../packages/containment/policies/${file})`,
        String(policySize(document)),
        denies,
        passes,
        placeholders.map(({ text, meaning }) => `\`${text}\`: ${meaning}`).join('; ') || 'nothing',
      ]),
    ),
    '',
  ].join('\n\n');
}

function section(record: AdviceRecord): string {
  const { name, signs, refusal, disablingTheKey, actions, cannot, rollback, sources } = record;
  return [
    `## ${name}`,
    [
      `- **Recognise**: ${signs.map(({ why }) => why).join('; or ')}.`,
      ...(refusal === undefined ? [] : [`- **Not by firebreak**: ${refusal.why} ${refusal.instead}`]),
      `- **Disabling the key**: ${disablingTheKey}`,
      `- **Cannot be done**: ${cannot.join(' ')}`,
      `- **Undo**: ${rollback.join(' ')}`,
    ].join('\n'),
    ...(actions.length === 0 ? [] : [actions.map(step).join('\n')]),
    `Sources: ${sources.join('; ')}.`,
  ].join('\n\n');
}

function step(action: RecordAction, index: number): string {
  const { title, by, onlyIf, stops, doesNotStop } = action;
  const how = by === 'hand' ? '*by hand*' : `\`${action.action}\``;
  const words = title.replace(/\{([a-z-]+)\}/g, (_, name: string) => `*${name.replaceAll('-', ' ')}*`);
  const only = onlyIf === undefined ? '' : ` Only if ${onlyIf}.`;
  return `${index + 1}. ${words} (${how}).${only} Stops: ${stops.join(' ')} Goes on: ${doesNotStop.join(' ')}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
