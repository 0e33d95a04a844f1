import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Manifest {
  readonly name: string;
  readonly packageManager?: string;
  readonly scripts?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
}

const ROOT = join(import.meta.dirname, '..');

/** Ids that others have published, which therefore do not end in EXAMPLE. */
const PUBLISHED = {
  /** Public write-ups of how a key id holds its account. */
  files: ['packages/iam/src/access-key.test.ts'],
  /** Security Datasets, the log of an instance whose credentials were used from outside. */
  ids: ['ASIA5FLZVX4OPVKKVBMX'],
};

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function manifest(path: string): Manifest {
  return JSON.parse(read(join(path, 'package.json'))) as Manifest;
}

/** The committed text files; none where the project is no clone, such as an unpacked archive. */
function committedFiles(): string[] {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  const paths = status === 0 ? stdout.split('\0').filter((path) => path !== '') : [];
  return paths.filter((path) => existsSync(join(ROOT, path)) && !read(path).includes('\0'));
}

const committed = committedFiles().map((path) => [path, read(path)] as const);

/** Every place in the committed files that a pattern finds, as `path: text`. */
function found(pattern: RegExp, except: (path: string, text: string) => boolean = () => false): string[] {
  return committed.flatMap(([path, content]) =>
    [...content.matchAll(pattern)]
      .filter(([text]) => !except(path, text))
      .map(([text]) => `${path}: ${text}`),
  );
}

const { packageManager = '', scripts = {} } = manifest('.');

test.each(['start', 'test'])('npm %s runs the pinned pnpm', (name) => {
  expect(scripts[name]).toContain(` ${packageManager} `);
});

test('the tests run on the pinned Node.js, which is the same for every platform', () => {
  const pins = read('pnpm-workspace.yaml').matchAll(/^\s+node-[\w-]+: (.+)$|^nodeVersion: (.+)$/gm);
  const [pinned, ...others] = new Set([...pins].map((match) => match[1] ?? match[2]));
  expect(others).toEqual([]);
  expect(process.version).toBe(`v${pinned}`);
});

describe.skipIf(committed.length === 0)('committed files', () => {
  test('name no other version of pnpm', () => {
    expect(found(/\bpnpm@\d[\w.-]*\d/g, (_, text) => text === packageManager)).toEqual([]);
  });

  test('hold no access key id but made-up and published ones', () => {
    const isKnown = (path: string, id: string) =>
      id.endsWith('EXAMPLE') || PUBLISHED.files.includes(path) || PUBLISHED.ids.includes(id);
    expect(found(/(?<![A-Z0-9])A[KS]IA[A-Z0-9]{16}(?![A-Z0-9])/g, isKnown)).toEqual([]);
  });

  test('hold no path of a machine', () => {
    const folders = ['work', 'root', 'home/[a-z]+', 'Users/[A-Za-z]+'].join('|');
    expect(found(new RegExp(`(?<![\\w:.*$}{-])/(?:${folders})/`, 'g'))).toEqual([]);
  });

  test('name no host that packages are fetched from', () => {
    expect(found(/https?:\/\/[\w.-]*(?:registry|artifact|npmjs|nexus|verdaccio|mirror)[\w.-]*/g)).toEqual([]);
  });
});

/** Room, and what it imports from the project, as docs/architecture.md says. */
const rooms = new Map(
  [...read('docs/architecture.md').matchAll(/^\| `((?:packages|apps)\/[a-z]+)` \|.*\| ([a-z, ]+) \|$/gm)].map(
    ([, room = '', names = '']) => [room, names === 'nothing' ? [] : names.split(', ')] as const,
  ),
);
const names = [...rooms.keys()].map((room) => room.split('/')[1] ?? '');

test('docs/architecture.md has a row for every package and app', () => {
  const there = ['packages', 'apps'].flatMap((above) =>
    readdirSync(join(ROOT, above)).map((name) => `${above}/${name}`),
  );
  expect([...rooms.keys()].sort()).toEqual(
    there.filter((room) => existsSync(join(ROOT, room, 'package.json'))).sort(),
  );
});

describe.each([...rooms])('%s', (room, described) => {
  const { dependencies = {} } = manifest(room);
  const ours = Object.keys(dependencies)
    .filter((name) => name.startsWith('@firebreak/'))
    .map((name) => name.slice('@firebreak/'.length));

  test('declares what docs/architecture.md says, from rows above it', () => {
    expect(ours.sort()).toEqual([...described].sort());
    const above = names.slice(0, names.indexOf(room.split('/')[1] ?? ''));
    expect(described.filter((name) => !above.includes(name))).toEqual([]);
  });

  test('imports only what it declares', () => {
    const stray = sourcesOf(room).flatMap((path) =>
      importsOf(read(path))
        .filter((name) => !Object.hasOwn(dependencies, name))
        .map((name) => `${path}: ${name}`),
    );
    expect(stray).toEqual([]);
  });
});

/** The source of a room that is part of the program: neither tests nor their helpers. */
function sourcesOf(room: string): string[] {
  return readdirSync(join(ROOT, room, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => join(room, 'src', path))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|[\\/]testing[\\/]/.test(path));
}

/** The packages that a source imports values from. Types alone are gone when it runs. */
function importsOf(source: string): string[] {
  const code = source
    .replace(/^(?:import|export) type [^;]*;/gm, '')
    .replace(/typeof import\('[^']+'\)/g, '');
  return [...code.matchAll(/(?:\bfrom |\bimport |\bimport\()'([^'.][^']*)'/g)]
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('node:'))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
}
