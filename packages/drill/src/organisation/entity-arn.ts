/** The ARN of a user, with its path. Source: IAM User Guide, "IAM identifiers". */
export function userArn(account: string, path: string, name: string): string {
  return `arn:aws:iam::${account}:user${path}${name}`;
}

/** The ARN of a role, with its path. */
export function roleArn(account: string, path: string, name: string): string {
  return `arn:aws:iam::${account}:role${path}${name}`;
}

/** The ARN of a role's session, which has no path. */
export function sessionArn(account: string, role: string, session: string): string {
  return `arn:aws:sts::${account}:assumed-role/${role}/${session}`;
}

/** The ARN of a session that GetFederationToken issued. */
export function federatedUserArn(account: string, name: string): string {
  return `arn:aws:sts::${account}:federated-user/${name}`;
}
