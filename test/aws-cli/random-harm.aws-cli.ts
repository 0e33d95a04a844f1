import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { deliveredTrail, type TrailHour } from '../../packages/cloudtrail/src/testing/delivered-trail.ts';
import {
  type DeliveredObject,
  digestKey,
  type WrittenDigest,
} from '../../packages/cloudtrail/src/testing/digest-writer.ts';
import { bothVerdicts } from './both-verdicts.ts';
import { awsCliVersion } from './validate-logs.ts';

const SEEDS = Number(process.env['FIREBREAK_SEEDS'] ?? 24);
const HOUR = 3_600_000;
const key = digestKey();
const seeds = Array.from({ length: SEEDS }, (_, seed) => seed + 1);

/** Chains with breaks at random hours, and random harm to their files. */
test.skipIf(awsCliVersion() === undefined).concurrent.each(seeds)('harm of seed %i', async (seed) => {
  const { objects, harms } = harmedTrail(seed);
  const from = '2026-09-14T08:00:00Z';
  const { theirs, ours, report } = await bothVerdicts({ objects, key, from, to: '2026-09-15T12:00:00Z' });
  expect({ harms, files: filesIn(ours) }).toEqual({ harms, files: filesIn(theirs.results) });
  expect(gapsIn(theirs.results).filter((gap) => !report.gaps.some((ours) => holds(ours, gap)))).toEqual([]);
  expect(report.verdict === 'broken' ? 1 : 0).toBe(theirs.code);
});

interface Span {
  readonly from: string;
  readonly to: string;
}

function filesIn(results: readonly string[]): string[] {
  return results.filter((line) => !line.startsWith('gap '));
}

/** The AWS CLI takes the end of a gap from a digest's name, also when that digest is not valid, so ours may be longer. */
function gapsIn(results: readonly string[]): Span[] {
  return results
    .map((line) => line.split(' '))
    .flatMap(([kind, from = '', to = '']) => (kind === 'gap' && from < to ? [{ from, to }] : []));
}

function holds(outer: { readonly from: string; readonly to: string | null }, inner: Span): boolean {
  return outer.from <= inner.from && (outer.to === null || inner.to <= outer.to);
}

function harmedTrail(seed: number): { objects: DeliveredObject[]; harms: string[] } {
  const random = below(seed);
  const hours: TrailHour[] = [];
  let begin = Date.parse('2026-09-14T08:01:31Z');
  for (let chain = random(3); chain >= 0; chain -= 1) {
    const count = 1 + random(4);
    hours.push(
      ...deliveredTrail({ key, hours: count, from: new Date(begin).toISOString(), logsAnHour: random(3) }),
    );
    begin += (count + random(4)) * HOUR;
  }
  let objects = hours.flatMap(({ digest, logs }) => [...logs, digest] as DeliveredObject[]);
  const harms: string[] = [];
  for (let left = random(4); left > 0; left -= 1) {
    const at = random(objects.length);
    const victim = objects[at];
    if (victim === undefined) continue;
    const [name, harmed] = harm(victim, objects, random);
    harms.push(`${name} ${victim.key}`);
    objects = objects.flatMap((each, index) => (index === at ? harmed : each));
  }
  return { objects, harms };
}

function harm(
  victim: DeliveredObject,
  objects: readonly DeliveredObject[],
  random: (limit: number) => number,
): [string, DeliveredObject[]] {
  const digests = objects.filter((each): each is WrittenDigest => 'signature' in each);
  const other = digests[random(digests.length)];
  switch (random(5)) {
    case 0:
      return ['deleted', []];
    case 1:
      return ['cut off', [{ ...victim, body: victim.body.subarray(0, victim.body.length - 20) }]];
    case 2:
      return ['put in the place of another', [{ ...victim, body: (other ?? victim).body }]];
    case 3:
      return ['changed', [{ ...victim, body: gzipSync(`${inflated(victim)} `) }]];
    default:
      return ['compressed again', [{ ...victim, body: gzipSync(inflated(victim), { level: 1 }) }]];
  }
}

function inflated({ body }: DeliveredObject): string {
  try {
    return gunzipSync(body).toString();
  } catch {
    return '';
  }
}

/** Whole numbers below a limit, the same for the same seed. */
function below(seed: number): (limit: number) => number {
  let state = seed * 2_654_435_761;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
