import type { MemberRole } from '@cairn/contracts';
import type { FastifyRequest } from 'fastify';

/** Who a request comes from. */
export interface Person {
  readonly userId: string;
  readonly organisationId: string;
  readonly role: MemberRole;
  readonly sessionId: string;
}

/** What identity gives the platform. */
export interface Authenticator {
  /** The person behind the cookie or Bearer token; null when there is none or it is not valid any more. */
  authenticate(request: FastifyRequest): Promise<Person | null>;
  /** Whether the session still stands; asked again and again for an open socket. */
  stillSignedIn(person: Person): Promise<boolean>;
}
