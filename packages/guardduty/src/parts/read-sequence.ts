import type {
  AttackSequence,
  SequenceActor,
  SequenceEndpoint,
  SequenceIndicator,
  SequenceSignal,
} from '../attack-sequence.ts';
import type { Fields } from '../fields.ts';
import type { FindingResource } from '../finding-resource.ts';

/**
 * Reads `service.detection.sequence` of an attack sequence finding.
 * Source: GuardDuty API Reference, "Sequence".
 */
export function readSequence(sequence: Fields): AttackSequence | undefined {
  if (sequence.object === undefined) return undefined;
  return {
    uid: sequence.text('uid'),
    description: sequence.text('description'),
    actors: sequence.map('actors', readActor),
    signals: sequence.map('signals', readSignal),
    indicators: sequence.list('sequenceIndicators').flatMap(readIndicator),
    endpoints: sequence.map('endpoints', readEndpoint),
    resources: sequence.map('resources', readResource),
  };
}

function readActor(actor: Fields): SequenceActor {
  const user = actor.fields('user');
  const session = actor.fields('session');
  const process = actor.fields('process');
  return {
    id: actor.text('id'),
    userName: user.text('name'),
    userUid: user.text('uid'),
    userType: user.text('type'),
    accessKeyId: user.text('credentialUid'),
    accountId: user.fields('account').text('uid'),
    sessionUid: session.text('uid'),
    sessionIssuer: session.text('issuer'),
    sessionCreatedAt: session.time('createdTime'),
    mfa: session.text('mfaStatus'),
    process: process.text('path') ?? process.text('name'),
  };
}

function readSignal(signal: Fields): SequenceSignal {
  return {
    uid: signal.text('uid'),
    type: signal.text('type'),
    name: signal.text('name'),
    severity: signal.number('severity'),
    count: signal.number('count'),
    firstSeen: signal.time('firstSeenAt'),
    lastSeen: signal.time('lastSeenAt'),
    actorIds: signal.texts('actorIds'),
    resourceUids: signal.texts('resourceUids'),
    endpointIds: signal.texts('endpointIds'),
  };
}

function readIndicator(indicator: Fields): SequenceIndicator[] {
  const key = indicator.text('key');
  return key === undefined ? [] : [{ key, values: indicator.texts('values') }];
}

function readEndpoint(endpoint: Fields): SequenceEndpoint {
  const system = endpoint.fields('autonomousSystem');
  return {
    id: endpoint.text('id'),
    ip: endpoint.text('ip'),
    domain: endpoint.text('domain'),
    port: endpoint.number('port'),
    country: endpoint.fields('location').text('country'),
    asn: system.label('number'),
    organization: system.text('name'),
  };
}

/** `data` holds one object named after the kind, such as `accessKey`. */
function readResource(resource: Fields): FindingResource {
  return {
    kind:
      SEQUENCE_KINDS.get(resource.text('resourceType') ?? '') ?? resource.text('resourceType') ?? 'Unknown',
    id: resource.text('uid'),
    name: resource.text('name'),
    details: resource.object ?? {},
  };
}

/** Source: GuardDuty API Reference, "ResourceV2", resourceType. Others keep the name that AWS gives them. */
const SEQUENCE_KINDS = new Map([
  ['ACCESS_KEY', 'AccessKey'],
  ['S3_BUCKET', 'S3Bucket'],
  ['S3_OBJECT', 'S3Object'],
  ['EC2_INSTANCE', 'Instance'],
  ['EKS_CLUSTER', 'EKSCluster'],
  ['ECS_CLUSTER', 'ECSCluster'],
  ['CONTAINER', 'Container'],
]);
