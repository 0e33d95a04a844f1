import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FindingProblem } from './errors.ts';
import { parseFindings } from './parse-findings.ts';
import { readFindings } from './read-findings.ts';
import { camelFinding, eventBridge, lower, pascal } from './testing/made-findings.ts';
import { asffFinding, ocsfFinding, ocsfSecurityFinding } from './testing/made-security-hub.ts';
import { alice, deployer, sequenceFinding } from './testing/made-sequence.ts';

/** `npm run fuzz` sets FIREBREAK_FUZZ_RUNS=100000. */
const RUNS = Number(process.env['FIREBREAK_FUZZ_RUNS'] ?? (process.env['CI'] === 'true' ? 2_000 : 600));
const TIME = 30_000 + RUNS * 10;

const DELIVERIES: readonly unknown[] = [
  camelFinding,
  { Findings: [pascal(camelFinding)] },
  eventBridge(camelFinding),
  lower(camelFinding),
  asffFinding,
  eventBridge({ findings: [asffFinding] }),
  ocsfFinding,
  ocsfSecurityFinding,
  sequenceFinding([alice, deployer]),
];

/** Reads, and lets nothing pass but findings or an error of the family. */
function readsOrRefuses(text: string): void {
  try {
    for (const finding of parseFindings(text, 'f')) {
      expect(typeof finding.id).toBe('string');
      expect(typeof finding.type.name).toBe('string');
      expect(Number.isFinite(finding.severity.value)).toBe(true);
    }
  } catch (error) {
    if (!(error instanceof FindingProblem)) throw error;
    expect(error.where?.startsWith('f')).toBe(true);
  }
}

const HOSTILE = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  ':/',
  'A:B/',
  '{"sample":',
  '[SAMPLE] x',
  '\u202E',
  'arn:aws:guardduty:',
  'AROA:::',
  '9'.repeat(400),
];

const strange = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, -0, [], {}, [[]], [null], ...HOSTILE),
  fc.string(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Replaces, removes, renames or adds something at a random place of a delivery. */
const mutated = fc
  .tuple(
    fc.constantFrom(...DELIVERIES),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('replace', 'remove', 'rename', 'add'), strange), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.constantFrom(...HOSTILE),
  )
  .map(([delivery, changes, name]) => {
    const root = { root: JSON.parse(JSON.stringify(delivery)) as unknown };
    for (const [place, change, value] of changes) mutate(root, place, change, value, name);
    return JSON.stringify(root.root) ?? '';
  });

function mutate(root: object, place: number, change: string, value: unknown, name: string): void {
  const places: [Record<string, unknown>, string][] = [];
  const open: unknown[] = [root];
  for (let at = 0; at < open.length; at += 1) {
    const inner = open[at];
    if (typeof inner !== 'object' || inner === null) continue;
    for (const key of Object.keys(inner)) {
      const holder = inner as Record<string, unknown>;
      places.push([holder, key]);
      open.push(holder[key]);
    }
  }
  const [holder, key] = places[place % places.length] ?? [{}, ''];
  const put = (at: string, what: unknown) =>
    Object.defineProperty(holder, at, { value: what, enumerable: true, configurable: true, writable: true });
  if (change === 'replace') put(key, value);
  else if (change === 'add' && !Array.isArray(holder)) put(name, value);
  else if (change === 'rename' && !Array.isArray(holder)) put(name, holder[key]);
  if (change === 'remove' || change === 'rename') delete holder[key];
}

test('parseFindings() reads or refuses every mutated finding', { timeout: TIME }, () => {
  fc.assert(fc.property(mutated, readsOrRefuses), { numRuns: RUNS });
});

test('parseFindings() reads or refuses findings with characters cut out or put in', { timeout: TIME }, () => {
  const texts = DELIVERIES.map((delivery) => JSON.stringify(delivery));
  const cut = fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(20), fc.string({ unit: 'binary', maxLength: 6 }))
    .map(([text, place, length, added]) => {
      const at = place % text.length;
      return text.slice(0, at) + added + text.slice(at + length);
    });
  fc.assert(fc.property(cut, readsOrRefuses), { numRuns: RUNS / 2 });
});

test('parseFindings() reads or refuses any JSON and any text', { timeout: TIME }, () => {
  const text = fc.oneof(
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[{}[\]":,\\ \n0a]{0,40}$/),
  );
  fc.assert(fc.property(text, readsOrRefuses), { numRuns: RUNS / 2 });
});

test('readFindings() reads or refuses any bytes', { timeout: TIME }, async () => {
  const bytes = fc.oneof(
    fc.uint8Array(),
    fc.uint8Array().map((tail) => Uint8Array.of(0x1f, 0x8b, 8, ...tail)),
  );
  async function* once(chunk: Uint8Array) {
    yield chunk;
  }
  const property = fc.asyncProperty(bytes, async (chunk) => {
    try {
      for await (const _ of readFindings(once(chunk), 'f'));
    } catch (error) {
      if (!(error instanceof FindingProblem)) throw error;
    }
  });
  await fc.assert(property, { numRuns: Math.ceil(RUNS / 20) });
});

test('keys of the prototype stay keys like any other', () => {
  const text = JSON.stringify(camelFinding).replace('{', '{"__proto__":{"sample":true,"region":"mars-1"},');
  expect(parseFindings(text, 'f')[0]).toMatchObject({ sample: false, region: 'eu-west-1' });
  const row =
    '{"accountid":"1","type":"A:B/C","id":"x","service.__proto__.polluted":"yes","service.count":"3"}';
  expect(parseFindings(row, 'f')[0]?.count).toBe(3);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

describe('time grows no faster than the input', () => {
  const SMALL = 100_000;
  const long = (size: number) => 'x'.repeat(size);
  test.each<[string, (size: number) => string]>([
    ['a long type', (size) => JSON.stringify({ ...camelFinding, type: `A:B/${'.!:/'.repeat(size / 4)}` })],
    ['a long id', (size) => JSON.stringify({ ...camelFinding, id: long(size) })],
    [
      'a long ARN',
      (size) => JSON.stringify({ ...asffFinding, Id: `arn:${':guardduty:/finding/'.repeat(size / 20)}` }),
    ],
    ['a long type of ASFF', (size) => JSON.stringify({ ...asffFinding, Types: ['/a:b'.repeat(size / 4)] })],
    ['lists in lists', (size) => `${'['.repeat(500)}${'1,'.repeat(size / 2)}1${']'.repeat(500)}`],
    ['many values that are no finding', (size) => `[${'{},'.repeat(size / 3)}{}]`],
    ['many documents on one line', (size) => '{"a":1}'.repeat(size / 7)],
    ['many broken lines', (size) => `{\n${'{"a":1} x }\n'.repeat(size / 12)}`],
    ['quotes and backslashes', (size) => `{"a":"${'\\"'.repeat(size / 2)}`],
    ['blank lines', (size) => '\n'.repeat(size)],
    [
      'many flat keys',
      (size) => `{"accountid":"1","type":"A:B/C",${'"service.a.b.c":1,'.repeat(size / 18)}"id":"x"}`,
    ],
  ])('%s', (_, make) => {
    const timed = (text: string) => {
      const start = performance.now();
      readsOrRefuses(text);
      return performance.now() - start;
    };
    timed(make(SMALL));
    const small = timed(make(SMALL));
    // Eight times the input; a quadratic reader would take 64 times as long.
    expect(timed(make(SMALL * 8))).toBeLessThan(Math.max(small * 32, 500));
  });

  test('a string of 50 MB', { timeout: TIME }, () => {
    const text = JSON.stringify(camelFinding).replace('build-bot', long(50e6));
    expect(parseFindings(text, 'f')[0]?.principal?.name).toHaveLength(50e6);
  });
});
