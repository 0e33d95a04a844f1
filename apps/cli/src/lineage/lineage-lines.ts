import type { Lineage, LineageGap, LineageKey, LineageRoot } from '@firebreak/cloudtrail';
import { wrapped } from '../plain/wrapped.ts';
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
  const head = [key.accessKeyId, mark, holderOf(key)].filter(Boolean).join('  ');
  return [
    ...hanging(head, `${margin}${isLast ? '└─ ' : '├─ '}`, beside, width),
    ...factsOf(key).flatMap((fact) => hanging(fact, beside, `${beside}  `, width)),
    ...issued.flatMap((node, index) => nodeLines(node, below, index === issued.length - 1, asked, width)),
  ];
}

/** Wrapped text whose lines after the first stand behind another margin. */
function hanging(text: string, first: string, rest: string, width: number): string[] {
  const room = Math.max(20, width - Math.max(first.length, rest.length));
  return wrapped(text, '', room).map((line, index) => `${index === 0 ? first : rest}${line}`);
}

function holderOf({ roleName, userName, sessionIssuerArn, account }: LineageKey): string {
  const holder =
    roleName !== null ? `role ${roleName}` : userName !== null ? `user ${userName}` : sessionIssuerArn;
  if (account === null) return holder ?? '';
  return holder === null ? `account ${account}` : `${holder} in ${account}`;
}

function factsOf(key: LineageKey): string[] {
  const { time, eventName, region, sourceIp, issuedBy, principalArn, eventId, sessionName } = key;
  if (eventName === null) {
    const used = principalArn === null ? '' : `used by ${principalArn}`;
    const begun = key.sessionCreated === null ? '' : `its session began at ${key.sessionCreated}`;
    return [begun, used].filter(Boolean);
  }
  const place = [region && `in ${region}`, sourceIp && `from ${sourceIp}`].filter(Boolean).join(' ');
  const by = principalArn ?? issuedBy;
  return [
    [time, eventName, place].filter(Boolean).join('  '),
    by === null ? '' : `by ${by}`,
    [
      sessionName && `session ${sessionName}`,
      key.sourceIdentity && `source identity ${key.sourceIdentity}`,
      eventId && `event ${eventId}`,
    ]
      .filter(Boolean)
      .join(', '),
  ].filter(Boolean);
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
