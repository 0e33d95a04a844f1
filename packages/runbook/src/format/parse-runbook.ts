import { basename } from 'node:path';
import type { Heading, ListItem, Root, RootContent, Yaml } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { type FrontMatter, frontMatter } from './front-matter.ts';
import type { LintMessage } from './lint-message.ts';
import { LocatedYaml } from './located-yaml.ts';
import { readStep, type Section, sourceOf } from './read-step.ts';
import type { Runbook } from './runbook.ts';

/** A runbook together with the places of its YAML, for rules that look at it as a whole. */
export interface ParsedRunbook {
  readonly runbook: Runbook | undefined;
  readonly head: LocatedYaml | undefined;
  readonly fences: ReadonlyMap<string, LocatedYaml>;
  readonly messages: LintMessage[];
}

/** Parses the Markdown of a runbook. Mistakes are messages; the runbook is there when there are none. */
export function parseRunbook(text: string, path: string): ParsedRunbook {
  const messages: LintMessage[] = [];
  const report = (node: RootContent | ListItem | undefined, rule: LintMessage['rule'], message: string) => {
    const start = node?.position?.start;
    messages.push({
      path,
      line: start?.line ?? 1,
      column: start?.column ?? 1,
      severity: 'error',
      message,
      rule,
    });
  };
  const root = fromMarkdown(text, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  });
  const yaml = root.children.find((node): node is Yaml => node.type === 'yaml');
  if (yaml === undefined)
    report(undefined, 'schema', 'expected a head between --- lines: runbook, severity, reviewed');
  const head =
    yaml === undefined ? undefined : new LocatedYaml(yaml.value, path, (yaml.position?.start.line ?? 0) + 1);
  const meta = head?.read<FrontMatter>(frontMatter, messages);
  const titles = root.children.filter((node) => node.type === 'heading' && node.depth === 1);
  if (titles.length !== 1) report(titles[1], 'one-h1', `expected one # title, found ${titles.length}`);
  for (const node of htmlIn(root.children)) {
    report(node, 'no-html', 'HTML is not shown in a terminal; write Markdown');
  }
  const fences = new Map<string, LocatedYaml>();
  const steps = sections(root).map((section) => readStep(section, { text, path, messages, report, fences }));
  const slugs = new Set<string>();
  for (const [index, { heading }] of sections(root).entries()) {
    const id = steps[index]?.id ?? '';
    if (slugs.has(textOf(heading)))
      report(heading, 'duplicate-step', `there is a step "${textOf(heading)}" already`);
    slugs.add(textOf(heading));
    if (id === '') report(heading, 'schema', 'a step needs a heading with letters');
  }
  if (steps.length === 0) report(undefined, 'schema', 'expected at least one ## step');
  const broken = messages.some(({ severity }) => severity === 'error');
  if (broken || meta === undefined) return { runbook: undefined, head, fences, messages };
  const { severity, reviewed, findings = [], inputs = {} } = meta;
  const id = basename(path, '.md');
  const intro = sourceOf(introNodes(root), text);
  return {
    runbook: { id, path, title: textOf(titles[0]), severity, reviewed, findings, inputs, intro, steps, text },
    head,
    fences,
    messages,
  };
}

function sections(root: Root): Section[] {
  const starts = root.children.flatMap((node, index) => (isStepHeading(node) ? [index] : []));
  return starts.map((start, index) => ({
    heading: root.children[start] as Heading,
    body: root.children.slice(start + 1, starts[index + 1]),
  }));
}

function introNodes(root: Root): RootContent[] {
  const first = root.children.findIndex(isStepHeading);
  const before = first < 0 ? root.children : root.children.slice(0, first);
  return before.filter((node) => node.type !== 'yaml' && !(node.type === 'heading' && node.depth === 1));
}

function htmlIn(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node) =>
    node.type === 'html' ? [node] : 'children' in node ? htmlIn(node.children) : [],
  );
}

function isStepHeading(node: RootContent): boolean {
  return node.type === 'heading' && node.depth === 2;
}
