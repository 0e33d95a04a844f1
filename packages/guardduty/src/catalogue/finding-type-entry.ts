import type { SeverityLabel } from '../severity.ts';

/**
 * `active`: GuardDuty raises it. `opt-in`: only with a Custom Detection Rule that the account has enabled.
 * `renamed` and `retired`: no longer raised, but old exports and playbooks still hold it.
 */
export type FindingTypeState = 'active' | 'opt-in' | 'renamed' | 'retired';

/** The labels that AWS gives to types. A finding of its own may also come without any. */
export type DefaultSeverity = Exclude<SeverityLabel, 'Unknown'>;

/** The runbook of a type that has none of its own. It is not a file: it says that the routing was thought of. */
export const GENERAL_TRIAGE = 'general-triage';

/** What is known of one GuardDuty finding type, as kept in `data/finding-types.json`. */
export interface FindingTypeEntry {
  /** `Purpose:Resource/Family.Mechanism!Artifact`, as in a finding's `type`. */
  readonly type: string;
  /**
   * The values that `resource.resourceType` may have. Where AWS does not document the value, plain words in small
   * letters; empty where AWS does not say what the finding is about.
   */
  readonly resources: readonly string[];
  /** The logs and protection plans that the type comes from. Empty where AWS no longer says. */
  readonly sources: readonly string[];
  /** The default severity. Absent where AWS gives none. A finding carries its own: prefer that. */
  readonly severity?: DefaultSeverity;
  /** Present when findings of this type differ in severity, or when two pages of AWS contradict each other. */
  readonly variable?: true;
  readonly state: FindingTypeState;
  /** For a `renamed` type: the type that took its place. */
  readonly renamedTo?: string;
  /** For an `opt-in` type: its rules, as in a finding's `customDetectionRuleName`, each with its severity. */
  readonly rules?: Readonly<Record<string, DefaultSeverity>>;
  /** The MITRE ATT&CK tactic. Absent where purpose and family name none. */
  readonly tactic?: AttackTactic;
  /** The file name, without `.md`, of the runbook to walk through; or {@link GENERAL_TRIAGE}. */
  readonly runbook: string;
  /** What a responder or an editor of the catalogue should know. */
  readonly note?: string;
}

/**
 * Tactics of MITRE ATT&CK for Enterprise that finding types map to. ATT&CK 19 split Defense Evasion into Stealth and
 * Defense Impairment; the older name stays here because GuardDuty's purposes and Security Hub's categories use it.
 */
export const ATTACK_TACTICS = [
  'Reconnaissance',
  'Resource Development',
  'Initial Access',
  'Execution',
  'Persistence',
  'Privilege Escalation',
  'Defense Evasion',
  'Defense Impairment',
  'Credential Access',
  'Discovery',
  'Lateral Movement',
  'Command and Control',
  'Exfiltration',
  'Impact',
] as const;

export type AttackTactic = (typeof ATTACK_TACTICS)[number];
