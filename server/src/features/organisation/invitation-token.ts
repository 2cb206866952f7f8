/** The secret in the link of an invitation. It begins with the organisation, whose rows alone can then be looked at. */
import { randomToken } from '../identity/index.ts';

export const invitationDays = 14;

export function newInvitationToken(organisationId: string, randomBytes: (count: number) => Uint8Array): string {
  return `${Buffer.from(organisationId.replaceAll('-', ''), 'hex').toString('base64url')}.${randomToken(randomBytes)}`;
}

/** Undefined when it cannot be a token of ours. */
export function organisationOfToken(token: string): string | undefined {
  const [organisation = '', secret, ...more] = token.split('.');
  const hex = Buffer.from(organisation, 'base64url').toString('hex');
  if (hex.length !== 32 || secret === undefined || more.length > 0) return undefined;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
