/** What keeps the embedded database from serving, in words for the person at the terminal: what is wrong, what to do. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';
  readonly reason: PostgresErrorReason;
  constructor(reason: PostgresErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

export type PostgresErrorReason =
  | 'already-running'
  | 'another-account'
  | 'database-gone'
  | 'failed'
  | 'no-account'
  | 'no-binaries'
  | 'no-permission'
  | 'other-major-version';
