/** Sessions: a cookie for the web, an access token with a rotating refresh token for API clients. */
import { z } from 'zod';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import { accessTokenSeconds, type AccessTokens } from './access-tokens.ts';
import type { Revoke } from './revocations.ts';
import { randomToken, tokenHash } from './secrets.ts';
import {
  deleteSession, deleteSessionsOf, insertRefreshToken, insertSession, rotatedToken, rotateRefreshToken, sessionById, sessionsOf, sweepSessions, touchSession,
  type Client, type SessionRow,
} from './session.store.ts';

const dayMilliseconds = 86_400_000;
/** From the last use: the life of a refresh token, and of a web session that nobody uses. */
export const sessionMilliseconds = 30 * dayMilliseconds;
const userAgentCharacters = 300;

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresIn: number;
}

/** What the person who signed in carries away. */
export type Credentials = { readonly client: 'api'; readonly tokens: TokenPair } | { readonly client: 'web'; readonly cookie: string };

export interface Whose {
  readonly userId: string;
  readonly organisationId: string;
}

export interface Sessions {
  start(tx: Transaction, who: Whose & { readonly client: Client; readonly userAgent: string | undefined }): Promise<Credentials>;
  /** A new pair for a refresh token. A token that was already exchanged ends its session. */
  refresh(refreshToken: string): Promise<TokenPair & Whose>;
  list(userId: string): Promise<SessionRow[]>;
  /** Whether there was such a session of this person. */
  end(userId: string, sessionId: string): Promise<boolean>;
  endAll(tx: Transaction, userId: string): Promise<void>;
  /** Forgets what has expired. */
  sweep(tx: Transaction): Promise<void>;
}

export interface SessionsOptions {
  readonly database: Database;
  readonly accessTokens: AccessTokens;
  readonly revoke: Revoke;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
}

export function createSessions({ database, accessTokens, revoke, now, newId, randomBytes }: SessionsOptions): Sessions {
  const at = (milliseconds = now()) => new Date(milliseconds);

  async function newRefreshToken(tx: Transaction, sessionId: string): Promise<string> {
    const token = randomToken(randomBytes);
    await insertRefreshToken(tx, { hash: tokenHash(token), sessionId, createdAt: at(), expiresAt: at(now() + sessionMilliseconds) });
    return token;
  }

  const pair = async (who: Whose & { sessionId: string }, refreshToken: string): Promise<TokenPair> => ({ accessToken: await accessTokens.sign(who), refreshToken, expiresIn: accessTokenSeconds });

  /** What a token that cannot be exchanged means. */
  async function refusal(tx: Transaction, hash: Buffer): Promise<Failure> {
    const rotated = await rotatedToken(tx, hash);
    // A client that sends one request twice at once is no thief; a token that comes back later is in two hands.
    if (rotated === undefined || rotated.atOnce) return new Failure('auth.refresh-invalid');
    await deleteSession(tx, rotated.sessionId, rotated.userId);
    await revoke(tx, { sessionId: rotated.sessionId });
    return new Failure('auth.refresh-reused');
  }

  /** Tokens that are being exchanged here: the second request may wait for a connection until the first is done. */
  const underWay = new Set<string>();

  async function exchange(hash: Buffer): Promise<TokenPair & Whose> {
    const outcome = await database.identity(async (tx) => {
      const sessionId = await rotateRefreshToken(tx, hash, at());
      const session = sessionId === undefined ? undefined : await sessionById(tx, sessionId, at());
      // A refusal is answered, not thrown: throwing would undo the end of the session.
      if (session === undefined) return refusal(tx, hash);
      await touchSession(tx, session.id, at(), at(now() + sessionMilliseconds));
      const { userId, organisationId } = session;
      return { ...(await pair({ sessionId: session.id, userId, organisationId }, await newRefreshToken(tx, session.id))), userId, organisationId };
    });
    if (outcome instanceof Failure) throw outcome;
    return outcome;
  }

  return {
    async start(tx, { userId, organisationId, client, userAgent }) {
      const sessionId = newId();
      const cookie = client === 'web' ? randomToken(randomBytes) : null;
      const session = { id: sessionId, userId, organisationId, client, userAgent: userAgent?.slice(0, userAgentCharacters) ?? null, createdAt: at(), lastUsedAt: at(), expiresAt: at(now() + sessionMilliseconds) };
      await insertSession(tx, session, cookie === null ? null : tokenHash(cookie));
      if (cookie !== null) return { client: 'web', cookie };
      return { client: 'api', tokens: await pair({ sessionId, userId, organisationId }, await newRefreshToken(tx, sessionId)) };
    },

    async refresh(refreshToken) {
      const hash = tokenHash(refreshToken);
      const name = hash.toString('base64');
      if (underWay.has(name)) throw new Failure('auth.refresh-invalid');
      underWay.add(name);
      try {
        return await exchange(hash);
      } finally {
        underWay.delete(name);
      }
    },

    list: (userId) => database.identity((tx) => sessionsOf(tx, userId, at())),

    end: (userId, sessionId) => database.identity(async (tx) => {
      if (!z.uuid().safeParse(sessionId).success) return false;
      const ended = await deleteSession(tx, sessionId, userId);
      if (ended) await revoke(tx, { sessionId });
      return ended;
    }),

    async endAll(tx, userId) {
      await deleteSessionsOf(tx, userId);
      await revoke(tx, { userId });
    },

    sweep: (tx) => sweepSessions(tx, at()),
  };
}
