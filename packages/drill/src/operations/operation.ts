import type { AuthorizationRequest, Decision, PolicySet } from '@firebreak/iam';
import type { Caller } from '../organisation/caller.ts';
import type { AccountState } from '../organisation/organisation-schema.ts';
import type { ContextValue } from '../organisation/request-context.ts';
import type { SavedState } from '../organisation/saved-state.ts';
import type { Service } from './service-fault.ts';

/** One call that is being answered from a draft of the state. */
export interface Call {
  readonly draft: SavedState;
  readonly caller: Caller;
  /** The settings of the caller's account. */
  readonly account: AccountState;
  readonly now: Date;
  readonly sourceIp: string;
}

/** What the simulated organisation does for one SDK command. */
export interface Operation {
  readonly service: Service;
  /** As CloudTrail's `eventName` spells it, which is the command's name too. */
  readonly name: string;
  /** The SDK's command class. */
  readonly Command: new (
    input: never,
  ) => object;
  /** The IAM action that the caller needs; nothing where AWS asks for none. */
  readonly action?: string;
  /** Whether the answer changes the organisation, so that it belongs into the log of changes. */
  readonly changes: boolean;
  /** The ARN that the action is evaluated on. */
  resource(input: object, call: Call): string;
  /** Condition keys besides the global ones. */
  context?(input: object): Readonly<Record<string, ContextValue>>;
  /** The policy on the resource, which may grant by itself. */
  resourcePolicy?(input: object, call: Call): { readonly name: string; readonly text: string } | undefined;
  /** Decides instead of the usual evaluation, where AWS has rules of its own. */
  decide?(request: AuthorizationRequest, policies: PolicySet, input: object, call: Call): Decision;
  /** Changes the draft and returns the SDK's output shape, without `$metadata`. */
  answer(input: object, call: Call): object;
}

/** An {@link Operation} with the SDK's own input and output shapes. */
export interface OperationDefinition<I extends object, O extends object> extends Operation {
  resource(input: I, call: Call): string;
  context?(input: I): Readonly<Record<string, ContextValue>>;
  resourcePolicy?(input: I, call: Call): { readonly name: string; readonly text: string } | undefined;
  decide?(request: AuthorizationRequest, policies: PolicySet, input: I, call: Call): Decision;
  answer(input: I, call: Call): O;
}
