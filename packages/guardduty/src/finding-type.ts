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

/**
 * Splits a finding type by its grammar. Purposes and resources are open lists: AWS keeps adding to them. Text that does
 * not follow the grammar keeps its name and has no parts.
 */
export function parseFindingType(name: string): FindingType {
  const known = PARSED.get(name);
  if (known !== undefined) return known;
  const type = split(name);
  if (PARSED.size < KEPT && name.length < 200) PARSED.set(name, type);
  return type;
}

function split(name: string): FindingType {
  const colon = name.indexOf(':');
  const slash = name.indexOf('/');
  const bang = name.indexOf('!', slash);
  const threat = slash < 0 ? '' : name.slice(slash + 1, bang < 0 ? undefined : bang);
  const artifact = bang < 0 ? undefined : name.slice(bang + 1);
  if (colon < 1 || slash < colon + 2 || name.indexOf(':', colon + 1) >= 0 || threat === '' || artifact === '')
    return { name, ...NO_PARTS };
  const dot = threat.indexOf('.');
  return {
    name,
    purpose: name.slice(0, colon),
    resource: name.slice(colon + 1, slash),
    family: dot < 0 ? threat : threat.slice(0, dot),
    mechanism: dot < 0 ? undefined : threat.slice(dot + 1),
    artifact,
  };
}

const NO_PARTS = {
  purpose: undefined,
  resource: undefined,
  family: undefined,
  mechanism: undefined,
  artifact: undefined,
};

/** There are some 250 types; a million findings share them. Made-up types do not grow this without bound. */
const PARSED = new Map<string, FindingType>();
const KEPT = 1000;
