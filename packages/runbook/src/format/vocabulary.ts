/** What a runbook may name: saved queries and actions, with the names of what they need to be told. */
export interface Vocabulary {
  readonly queries: ReadonlyMap<string, readonly NamedParameter[]>;
  readonly actions: ReadonlyMap<string, readonly NamedParameter[]>;
}

export interface NamedParameter {
  readonly name: string;
  readonly required: boolean;
}
