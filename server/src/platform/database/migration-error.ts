/** Why the database could not be brought to the state that this version of Cairn expects. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  readonly reason: 'application-role' | 'changed' | 'failed' | 'newer-database' | 'numbering' | 'old-server' | 'out-of-order';
  constructor(reason: MigrationError['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
