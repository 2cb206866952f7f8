/** Why a backup could not be made or a restore was refused, in words for the person at the terminal. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
