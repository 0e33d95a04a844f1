import { canonicalHash } from './canonical.ts';

/** Source: IAM API Reference, `policyNameType`. */
const LONGEST = 128;

/**
 * The name of a policy that an incident puts somewhere, so that undoing finds it. What it is about is part of the
 * name: two sessions of one role are denied by two policies.
 *
 * @param about what tells two policies of one purpose apart.
 */
export function policyNameOf(incident: string, purpose: string, about?: string): string {
  const end = about === undefined ? purpose : `${purpose}-${canonicalHash(about).slice(0, 8)}`;
  return `firebreak-${incident.slice(0, LONGEST - 'firebreak--'.length - end.length)}-${end}`;
}
