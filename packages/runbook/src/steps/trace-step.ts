import { type Lineage, type LineageKey, TrailIndex, traceKey } from '@firebreak/cloudtrail';
import type { LineageHop } from '@firebreak/incident';
import { withFinding } from '../engine/known-from-finding.ts';
import type { StepRun } from '../engine/step-run.ts';
import { ValueMissing } from '../errors.ts';
import type { Fence } from '../format/step-fence.ts';

/** Where a key came from and what came of it. The lineage is evidence, and `result` of the step's `save`. */
export async function performTrace(run: StepRun, fence: Fence<'trace'>): Promise<void> {
  const { logs, finding, incident } = run.context;
  const key = run.value(fence.trace);
  if (typeof key !== 'string' || key === '') {
    throw new ValueMissing('Cannot trace: it is not known which access key it is about', {
      remedy: 'Look it up in the finding or the console, or skip this step.',
    });
  }
  const lineage = withFinding(await traceKey(key, logs?.lineage ?? new TrailIndex()), finding);
  await incident.keep({
    step: run.id,
    name: `lineage-${key}.json`,
    content: `${JSON.stringify(lineage, null, 2)}\n`,
    what: `Lineage of ${key} by ${logs?.description ?? 'the finding alone, no logs were given'}`,
  });
  await incident.record({
    type: 'fact.found',
    step: run.id,
    fact: {
      kind: 'lineage',
      title: `Where ${key} came from`,
      key,
      hops: lineage.chain.map(asHop),
      root: rootInWords(lineage),
      gaps: lineage.gaps.map(({ what, lookup }) => `${what}. To close it: ${lookup}`),
      sessions: lineage.forward.map(asHop),
    },
  });
  await run.save(fence.save, lineage);
}

function asHop({ accessKeyId, issuedBy, eventName, time, sourceIp, ...key }: LineageKey): LineageHop {
  const holder = key.sessionIssuerArn ?? (eventName === null ? key.principalArn : null) ?? key.userName;
  const by = issuedBy ?? key.principalArn ?? 'not known';
  const issued =
    eventName === null || time === null ? null : { by, eventName, time, sourceAddress: sourceIp };
  return { accessKeyId, holder, issued };
}

const ROOTS: Readonly<Record<Lineage['root']['kind'], string>> = {
  'long-term-key': 'long-term access key of user',
  'root-user-key': 'access key of the',
  'root-user': 'session of the',
  'iam-user': 'IAM user',
  'ec2-instance': 'instance role credentials of EC2 instance',
  'aws-service': 'issued by AWS service',
  'identity-center-user': 'IAM Identity Center user',
  'saml-user': 'SAML user',
  'web-identity-user': 'web identity',
  unknown: 'not known beyond',
};

function rootInWords({ root, chain }: Lineage): string {
  const role = root.kind === 'long-term-key' ? null : chain[0]?.roleName;
  return `${ROOTS[root.kind]} ${root.name}${role && role !== root.name ? `, role ${role}` : ''}`;
}
