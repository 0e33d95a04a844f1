import type { RoleCredentials, RoleSession } from './assume-role.ts';

/** Gives credentials that are good for a while. The SDK's clients ask for them before each call. */
export type CredentialProvider = () => Promise<RoleCredentials>;

/** New credentials are fetched when the old ones have less than this left. */
export const RENEW_BEFORE_MS = 5 * 60_000;

/** The sessions of one role, one after the other. */
export interface RoleSessions {
  /** The session in use; opened when there is none, and renewed before it expires. */
  current(): Promise<RoleSession>;
  readonly credentials: CredentialProvider;
}

/**
 * Keeps a session, and opens the next one before it expires. Whoever asks meanwhile waits for the same one. A session
 * that is still good goes on being used when renewing it fails.
 */
export function roleSessions(open: () => Promise<RoleSession>, now: () => number = Date.now): RoleSessions {
  let session: RoleSession | undefined;
  let opening: Promise<RoleSession> | undefined;
  const left = () => (session === undefined ? 0 : session.credentials.expiration.getTime() - now());
  const renewed = async () => {
    try {
      session = await open();
      return session;
    } catch (error) {
      if (session !== undefined && left() > 0) return session;
      throw error;
    } finally {
      opening = undefined;
    }
  };
  const current = async () => {
    if (session !== undefined && left() > RENEW_BEFORE_MS) return session;
    opening ??= renewed();
    return opening;
  };
  return { current, credentials: async () => (await current()).credentials };
}
