/**
 * A finding type and its parts: `Purpose:Resource/Family.Mechanism!Artifact`.
 * Source: GuardDuty User Guide, "GuardDuty finding format".
 */
export interface FindingType {
  readonly name: string;
  readonly purpose: string | undefined;
  readonly resource: string | undefined;
  readonly family: string | undefined;
  readonly mechanism: string | undefined;
  readonly artifact: string | undefined;
}

/** Splits a finding type by its grammar. Purposes and resources are open lists: AWS keeps adding to them. */
export function parseFindingType(name: string): FindingType {
  const match = /^([^:/]+):([^:/]+)\/([^!]+?)(?:!(.+))?$/s.exec(name);
  if (match === null) {
    return {
      name,
      purpose: undefined,
      resource: undefined,
      family: undefined,
      mechanism: undefined,
      artifact: undefined,
    };
  }
  const [, purpose, resource, threat = '', artifact] = match;
  const dot = threat.indexOf('.');
  const family = dot < 0 ? threat : threat.slice(0, dot);
  const mechanism = dot < 0 ? undefined : threat.slice(dot + 1);
  return { name, purpose, resource, family, mechanism, artifact };
}
