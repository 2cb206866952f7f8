/**
 * Who a request comes from. The state of a session is asked of the database once in `sessionCacheSeconds` and kept in
 * memory between; word of a revocation drops it at once, in every process.
 */
import type { FastifyRequest } from 'fastify';
import type { Database } from '../../platform/database/database.ts';
import type { Authenticator, Person } from '../../platform/http/person.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { Memberships } from './memberships.ts';
import type { Revocation } from './revocations.ts';
import { tokenHash } from './secrets.ts';
import { sessionByCookie, sessionById, touchSession, type SessionRow } from './session.store.ts';
import { sessionMilliseconds } from './sessions.ts';

/** A revocation whose word is lost holds after this long: half of the minute that is promised. */
export const sessionCacheSeconds = 30;
/** "Last used" is exact to this; each use would otherwise cost a write. */
const touchEveryMilliseconds = 5 * 60_000;
const cachedSessions = 50_000;
/** A transaction that revokes has ended by then. */
const unsettledMilliseconds = 10_000;

export interface SessionCache extends Authenticator {
  /** May be called before the revocation is committed: what is read of its session is not kept for a while. */
  drop(what: Revocation): void;
  dropAll(): void;
}

export interface AuthenticatorOptions {
  readonly database: Database;
  readonly accessTokens: AccessTokens;
  readonly memberships: Pick<Memberships, 'roleOf' | 'seen'>;
  readonly cookieName: string;
  readonly now: () => number;
}

interface Entry {
  readonly person: Promise<Person | null>;
  readonly loadedAt: number;
  /** Undefined while it is being loaded. */
  known?: Person | null;
}

export function createAuthenticator({ database, accessTokens, memberships, cookieName, now }: AuthenticatorOptions): SessionCache {
  /** By session id, and by hash of the cookie. */
  const entries = new Map<string, Entry>();
  /** Sessions and people of whom a revocation is under way, and until when it may be. */
  const unsettled = new Map<string, number>();

  function isUnsettled(id: string): boolean {
    const until = unsettled.get(id);
    if (until === undefined) return false;
    if (until > now()) return true;
    unsettled.delete(id);
    return false;
  }

  async function personOf(session: SessionRow | undefined): Promise<Person | null> {
    if (session === undefined) return null;
    const { id, userId, organisationId } = session;
    return database.transaction({ organisationId, userId }, async (tx) => {
      const role = await memberships.roleOf(tx, userId);
      if (role === undefined) return null;
      if (now() - session.lastUsedAt.getTime() > touchEveryMilliseconds) {
        await touchSession(tx, id, new Date(now()), new Date(now() + sessionMilliseconds));
        await memberships.seen(tx, userId, new Date(now()));
      }
      return { userId, organisationId, role, sessionId: id };
    });
  }

  function cached(key: string, load: () => Promise<SessionRow | undefined>): Promise<Person | null> {
    const known = entries.get(key);
    if (known !== undefined && now() - known.loadedAt < sessionCacheSeconds * 1000) return known.person;
    const entry: Entry = { person: load().then(personOf), loadedAt: now() };
    const oldest = entries.size >= cachedSessions ? entries.keys().next().value : undefined;
    if (oldest !== undefined) entries.delete(oldest);
    entries.delete(key);
    entries.set(key, entry);
    // Neither a failure nor an unknown session is worth keeping: the next request asks again.
    const forget = () => {
      if (entries.get(key) === entry) entries.delete(key);
    };
    entry.person.then((person) => {
      entry.known = person;
      if (person === null || isUnsettled(person.sessionId) || isUnsettled(person.userId)) forget();
    }, forget);
    return entry.person;
  }

  const bySession = (sessionId: string) => cached(sessionId, () => database.identity((tx) => sessionById(tx, sessionId, new Date(now()))));

  function byCookie(cookie: string): Promise<Person | null> {
    const hash = tokenHash(cookie);
    return cached(hash.toString('base64'), () => database.identity((tx) => sessionByCookie(tx, hash, new Date(now()))));
  }

  async function byBearer(token: string): Promise<Person | null> {
    const claims = await accessTokens.verify(token);
    return claims === null ? null : bySession(claims.sessionId);
  }

  return {
    async authenticate(request: FastifyRequest) {
      const { authorization, cookie } = request.headers;
      // With an Authorization header the cookie must not count: requests that carry one skip the cross-site check.
      if (authorization !== undefined) {
        const [scheme, token, ...more] = authorization.split(' ');
        return scheme?.toLowerCase() === 'bearer' && token !== undefined && more.length === 0 ? byBearer(token) : null;
      }
      const value = cookie === undefined ? undefined : cookieValue(cookie, cookieName);
      return value === undefined ? null : byCookie(value);
    },

    async stillSignedIn(person) {
      return (await bySession(person.sessionId)) !== null;
    },

    drop(what) {
      for (const id of unsettled.keys()) isUnsettled(id);
      unsettled.set('sessionId' in what ? what.sessionId : what.userId, now() + unsettledMilliseconds);
      // While an entry is being loaded nobody knows whose it is, nor whether what it read is older than the revocation.
      for (const [key, { known }] of entries) if (known === undefined || known === null || concerns(what, known)) entries.delete(key);
    },

    dropAll() {
      entries.clear();
    },
  };
}

function concerns(what: Revocation, person: Person): boolean {
  return 'sessionId' in what ? person.sessionId === what.sessionId : person.userId === what.userId;
}

/** The value of one cookie; ours hold letters that are never quoted or escaped. */
export function cookieValue(header: string, cookieName: string): string | undefined {
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === cookieName) return pair.slice(equals + 1).trim();
  }
  return undefined;
}
