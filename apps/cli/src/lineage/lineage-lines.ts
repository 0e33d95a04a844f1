import type { Lineage, LineageGap, LineageKey, LineageRoot } from '@firebreak/cloudtrail';
import { assumedRoleOfArn, parseArn } from '@firebreak/iam';
import { safeText } from '@firebreak/untrusted';
import { wrapped } from '../plain/wrapped.ts';
import { cellWidth } from '../tui/text/cell-width.ts';
import { commandLines } from './command-lines.ts';
import { type KeyNode, lineageTree } from './lineage-tree.ts';

export interface LineageLinesOptions {
  /** Also the keys that are not on the way to the key that was asked for. */
  readonly forward: boolean;
  /** In columns. */
  readonly width: number;
}

/** A lineage for a person: the root on top, each key below the one that handed it out, then what is left open. */
export function lineageLines(lineage: Lineage, { forward, width }: LineageLinesOptions): string[] {
  const nodes = lineageTree(lineage, forward);
  return [
    ...rootLines(lineage.root, width),
    ...nodes.flatMap((node, index) => nodeLines(node, '', index === nodes.length - 1, lineage.key, width)),
    ...countLines(lineage, forward, width),
    ...lineage.gaps.flatMap((gap) => gapLines(gap, width)),
  ];
}

const ROOTS: Readonly<Record<LineageRoot['kind'], string>> = {
  'long-term-key': 'long-term access key of user',
  'root-user-key': 'access key of the',
  'root-user': 'session of the',
  'iam-user': 'IAM user',
  'ec2-instance': 'role credentials of EC2 instance',
  'aws-service': 'AWS service',
  'identity-center-user': 'IAM Identity Center user',
  'saml-user': 'SAML user',
  'web-identity-user': 'web identity',
  unknown: 'not known beyond',
};

function rootLines(root: LineageRoot, width: number): string[] {
  const { kind, name, account, provider, userId, sourceIdentity } = root;
  const facts = [
    account === null ? '' : `account ${account}`,
    provider === null ? '' : `vouched for by ${provider}`,
    userId === null ? '' : `user id ${userId}`,
    sourceIdentity === null ? '' : `source identity ${sourceIdentity}`,
  ].filter(Boolean);
  const about = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
  const isNamed = root.accessKeyId === null || name !== root.accessKeyId;
  const what = isNamed ? `${ROOTS[kind]} ${name}` : kind === 'unknown' ? `not known beyond ${name}` : name;
  return wrapped(`${what}${about}`, 'root  ', width);
}

function nodeLines(
  { key, issued }: KeyNode,
  margin: string,
  isLast: boolean,
  asked: string,
  width: number,
): string[] {
  const below = `${margin}${isLast ? '   ' : '│  '}`;
  const beside = `${below}${issued.length === 0 ? '   ' : '│  '}`;
  const mark = key.accessKeyId === asked && '← asked for';
  const head = [key.accessKeyId, mark, holderOf(key)].filter((part) => typeof part === 'string');
  return [
    ...hanging({ parts: head, between: '  ' }, `${margin}${isLast ? '└─ ' : '├─ '}`, beside, width),
    ...factsOf(key).flatMap((fact) => hanging(fact, beside, `${beside}  `, width)),
    ...issued.flatMap((node, index) => nodeLines(node, below, index === issued.length - 1, asked, width)),
  ];
}

/** Parts of a line that are broken only where they do not fit into one. */
interface Parts {
  readonly parts: readonly string[];
  readonly between: string;
}

/** Parts in as few lines as they fit into; the lines after the first stand behind another margin. */
function hanging({ parts, between }: Parts, first: string, rest: string, width: number): string[] {
  const room = Math.max(20, width - Math.max(first.length, rest.length));
  const lines: string[] = [];
  for (const part of parts.filter(Boolean)) {
    const last = lines.at(-1);
    if (last === undefined) lines.push(part);
    else if (cellWidth(safeText(last + between + part)) <= room)
      lines[lines.length - 1] = last + between + part;
    else lines.splice(-1, 1, `${last}${between}`.trimEnd(), part);
  }
  return lines
    .flatMap((line) => wrapped(line, '', room))
    .map((line, index) => `${index === 0 ? first : rest}${line}`);
}

function holderOf({ roleName, userName, sessionIssuerArn, account }: LineageKey): string {
  const holder =
    roleName !== null ? `role ${roleName}` : userName !== null ? `user ${userName}` : sessionIssuerArn;
  if (account === null) return holder ?? '';
  return holder === null ? `account ${account}` : `${holder} in ${account}`;
}

function factsOf(key: LineageKey): Parts[] {
  const { time, eventName, region, sourceIp, issuedBy, principalArn, eventId, sessionName } = key;
  if (eventName === null) {
    const begun = key.sessionCreated === null ? '' : `its session began at ${key.sessionCreated}`;
    return [{ parts: [begun], between: ' ' }, callerOf('used by', principalArn)].filter(hasParts);
  }
  const place = [region && `in ${region}`, sourceIp && `from ${sourceIp}`].filter(Boolean).join(' ');
  return [
    { parts: [time ?? '', eventName, place], between: '  ' },
    callerOf('by', principalArn ?? issuedBy),
    {
      parts: [
        sessionName === null ? '' : `session ${sessionName}`,
        key.sourceIdentity === null ? '' : `source identity ${key.sourceIdentity}`,
        eventId === null ? '' : `event ${eventId}`,
      ],
      between: ', ',
    },
  ].filter(hasParts);
}

/** The ARN of a session is too long for a narrow tree; in words it can be broken. `--json` has it. */
function callerOf(by: 'by' | 'used by', caller: string | null): Parts {
  const session = caller === null ? undefined : assumedRoleOfArn(caller);
  if (caller === null || session === undefined)
    return { parts: caller === null ? [] : [`${by} ${caller}`], between: ' ' };
  const account = parseArn(caller)?.accountId;
  const role = `${by} role ${session.roleName}${account ? ` in ${account}` : ''}`;
  return { parts: [role, `session ${session.sessionName}`], between: ', ' };
}

function hasParts({ parts }: Parts): boolean {
  return parts.some(Boolean);
}

function countLines({ chain, root, forward }: Lineage, isListed: boolean, width: number): string[] {
  const first = chain[0]?.accessKeyId ?? root.name;
  if (forward.length === 0) return wrapped(`${first} issued no key.`, '', width);
  const count = `${forward.length} key${forward.length === 1 ? '' : 's'}`;
  const shown = new Set(chain.map(({ accessKeyId }) => accessKeyId));
  const more = forward.filter(({ accessKeyId }) => !shown.has(accessKeyId)).length;
  const where = isListed || more === 0 ? ', shown above' : '; --forward lists them';
  const from =
    root.kind === 'ec2-instance'
      ? `Apart from ${first}, ${root.name} was given, or issued, ${count} in all`
      : `${first} issued ${count} in all`;
  return wrapped(`${from}${where}.`, '', width);
}

function gapLines({ kind, what, lookup, command }: LineageGap, width: number): string[] {
  const advice = command === null ? lookup : `${lookup.replace(`: ${command}`, '')}:`;
  return [
    '',
    ...wrapped(`${what}. [${kind}]`, 'gap   ', width),
    ...wrapped(advice, '      ', width),
    ...(command === null ? [] : commandLines(command, '        ', width)),
  ];
}
