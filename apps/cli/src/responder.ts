import { userInfo } from 'node:os';

/** Who is at the keyboard, as the operating system says. It is an attestation, not a control. */
export function responderName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USER'] ?? 'unknown';
  }
}
