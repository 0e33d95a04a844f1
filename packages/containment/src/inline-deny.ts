import type { ApiCall } from '@firebreak/aws';
import { INLINE_POLICY_QUOTA, type PolicyDocument, policySize } from '@firebreak/iam';
import type { Action, ActionContext, Change, Target } from './action.ts';
import { canonical } from './canonical.ts';
import { QuotaExceeded } from './errors.ts';
import type { State } from './plan.ts';
import { inlinePolicyState } from './read/inline-policy-state.ts';
import { ownRole } from './read/role.ts';

/** The longest values that a document can be made with, to weigh it before the role is known. */
const LONGEST = { roleId: 'A'.repeat(32), issuedBefore: new Date(0).toISOString() };

/** What a document depends on besides the target. */
export interface DenyFacts {
  /** Of the role that the policy is put on; empty for a user. */
  readonly roleId: string;
  /** 12 digits. */
  readonly account: string;
  readonly issuedBefore: string;
}

/** What tells one such action from another. */
export interface InlineDeny extends Pick<Action, 'name' | 'summary' | 'target'> {
  readonly owner: 'User' | 'Role';
  /** In the imperative, with what comes before the owner's kind and name: `revoke the sessions of`. */
  readonly attempt: string;
  /** What is done instead when the inline policies leave no room, one imperative sentence. */
  readonly whenFull: string;
  policyName(target: Target, incident: string): string;
  statement(target: Target, facts: DenyFacts): object;
  words(target: Target): Pick<Change, 'title' | 'stops' | 'doesNotStop'>;
  /** @throws {TargetInvalid} before anything is read. */
  refuse?(target: Target, context: ActionContext): void;
}

/**
 * An action that puts one inline policy with one Deny on a user or a role. A policy of that name that is there already
 * is put back by undoing; all others are left alone.
 */
export function inlineDeny(definition: InlineDeny): Action {
  const { name, summary, target, owner, attempt, statement } = definition;
  const field = owner === 'User' ? 'user' : 'role';
  const document = (of: Target, facts: DenyFacts) =>
    ({ Version: '2012-10-17', Statement: [statement(of, facts)] }) as unknown as PolicyDocument;
  return {
    name,
    summary,
    target,
    repeatable: true,
    reads: [
      ...(owner === 'Role' ? ['iam:GetRole'] : []),
      `iam:List${owner}Policies`,
      `iam:Get${owner}Policy`,
    ],

    async read(of, api, context) {
      const { account, incident } = context;
      const holder = of[field] ?? '';
      definition.refuse?.(of, context);
      const role = owner === 'Role' ? await ownRole(holder, account, api, attempt) : undefined;
      const policyName = definition.policyName(of, incident);
      const policy = { owner, name: holder, policyName, account };
      const { document, otherInlineSize } = await inlinePolicyState(policy, api);
      const holds = role === undefined ? { user: holder } : { role: holder, roleId: role.roleId };
      return { state: { ...holds, policyName, document }, otherInlineSize };
    },

    change(of, before, { account, issuedBefore }): Change {
      const state = before as unknown as { policyName: string; document: State; roleId?: string };
      const denied = document(of, { account, issuedBefore, roleId: state.roleId ?? '' }) as unknown as State;
      const call = (operation: string, input: object): ApiCall => ({
        service: 'iam',
        operation,
        input: { [`${owner}Name`]: of[field] ?? '', PolicyName: state.policyName, ...input },
        account,
      });
      const put = (value: State) => call(`Put${owner}Policy`, { PolicyDocument: JSON.stringify(value) });
      const inPlace = canonical(state.document) === canonical(denied);
      return {
        ...definition.words(of),
        after: { ...(before as object), document: denied },
        ...(canonical(denied).includes(issuedBefore) ? { cutOff: issuedBefore } : {}),
        calls: inPlace ? [] : [put(denied)],
        undo: inPlace
          ? []
          : [state.document === null ? call(`Delete${owner}Policy`, {}) : put(state.document)],
      };
    },

    checkQuota(of, otherInlineSize) {
      const quota = INLINE_POLICY_QUOTA[field];
      const size = policySize(document(of, { ...LONGEST, account: '0'.repeat(12) }));
      if (otherInlineSize + size <= quota) return;
      throw new QuotaExceeded(
        `Cannot ${attempt} ${field} ${of[field]}: its inline policies fill ${otherInlineSize} of the ${quota} characters of the quota, and ${size} are needed`,
        { remedy: definition.whenFull },
      );
    },
  };
}

/** A statement that denies everything under a condition. */
export function denyWhen(Sid: string, Condition: object): object {
  return { Sid, Effect: 'Deny', Action: '*', Resource: '*', Condition };
}
