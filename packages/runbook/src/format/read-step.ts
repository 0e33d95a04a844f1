import { closest } from '@firebreak/problem';
import GithubSlugger from 'github-slugger';
import type { Code, Heading, List, ListItem, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { z } from 'zod';
import type { LintMessage } from './lint-message.ts';
import { LocatedYaml } from './located-yaml.ts';
import type { Option, Step } from './runbook.ts';
import { FENCES, type FenceKind, type StepFence } from './step-fence.ts';

/** A `##` heading and the nodes below it. */
export interface Section {
  readonly heading: Heading;
  readonly body: readonly RootContent[];
}

/** What reading a step needs to know, and where it puts mistakes and places. */
export interface ReadingContext {
  readonly text: string;
  readonly path: string;
  readonly messages: LintMessage[];
  readonly report: (node: RootContent | ListItem, rule: LintMessage['rule'], message: string) => void;
  readonly fences: Map<string, LocatedYaml>;
}

/** Reads what stands below one heading. Mistakes are reported to the context. */
export function readStep({ heading, body }: Section, context: ReadingContext): Step {
  const title = textOf(heading);
  const id = new GithubSlugger().slug(title);
  const fenceNodes = body.filter(isStepFence);
  const [fenceNode, second] = fenceNodes;
  if (second !== undefined)
    context.report(second, 'one-step-per-heading', 'a ## heading holds one step; begin another heading');
  const fence = fenceNode === undefined ? undefined : readFence(fenceNode, id, context);
  const decides = fenceNode === undefined || (fence !== undefined && 'decide' in fence);
  const optionLists = decides ? body.filter(isOptionList) : [];
  const tickLists = body.filter(isTickList);
  const left = body.filter(
    (node) => !fenceNodes.includes(node as Code) && ![...optionLists, ...tickLists].includes(node as List),
  );
  return {
    id,
    title,
    line: heading.position?.start.line ?? 1,
    prose: sourceOf(left, context.text),
    ticks: tickLists.flatMap((list) => list.children.map((item) => textOf(item))),
    options: optionLists.flatMap((list) => list.children.map(readOption)),
    fence,
  };
}

function isStepFence(node: RootContent): node is Code {
  return node.type === 'code' && node.lang === 'yaml' && node.meta?.trim().split(/\s+/)[0] === 'step';
}

function readFence(
  node: Code,
  step: string,
  { path, messages, fences }: ReadingContext,
): StepFence | undefined {
  const yaml = new LocatedYaml(node.value, path, (node.position?.start.line ?? 0) + 1);
  fences.set(step, yaml);
  const kinds = Object.keys(FENCES) as FenceKind[];
  const kind = kinds.find((candidate) => yaml.keys.includes(candidate));
  if (kind !== undefined) return yaml.read<StepFence>(FENCES[kind], messages);
  if (yaml.read(z.unknown(), messages) === undefined) return undefined;
  const meant = closest(yaml.keys[0] ?? '', kinds);
  const hint = meant === undefined ? `expected one of ${kinds.join(', ')}` : `did you mean "${meant}"?`;
  messages.push(yaml.at([], 'unknown-key', `"${yaml.keys[0] ?? ''}" is no kind of step; ${hint}`));
  return undefined;
}

function isOptionList(node: RootContent): node is List {
  return (
    node.type === 'list' &&
    node.children.length > 0 &&
    node.children.every((item) => linkOf(item) !== undefined)
  );
}

function isTickList(node: RootContent): node is List {
  return node.type === 'list' && node.children.some((item) => typeof item.checked === 'boolean');
}

function linkOf(item: ListItem): string | undefined {
  const [paragraph] = item.children;
  if (paragraph?.type !== 'paragraph') return undefined;
  const link = paragraph.children.findLast((child) => child.type === 'link');
  return link?.url.startsWith('#') === true ? link.url.slice(1) : undefined;
}

function readOption(item: ListItem): Option {
  const [label = ''] = textOf(item).split('→');
  const start = item.position?.start;
  return {
    label: label.trim(),
    goto: linkOf(item) ?? '',
    line: start?.line ?? 1,
    column: start?.column ?? 1,
  };
}

/** The Markdown source of nodes, without what stands between them. */
export function sourceOf(nodes: readonly RootContent[], text: string): string {
  return nodes
    .map(({ position }) => text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0))
    .join('\n\n')
    .trim();
}
