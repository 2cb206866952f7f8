import { auth } from '@cairn/contracts';
import type { FastifyRequest } from 'fastify';
import type { Database } from '../../platform/database/database.ts';
import { Failure } from '../../platform/http/failure.ts';
import type { Http } from '../../platform/http/http.ts';
import type { SessionCookie } from './cookies.ts';
import type { Memberships } from './memberships.ts';
import type { RecoveryService } from './recovery.service.ts';
import type { Sessions } from './sessions.ts';
import type { Caller, SignedIn, SignInService } from './sign-in.service.ts';

export interface IdentityRouteParts {
  readonly database: Database;
  readonly signIn: SignInService;
  readonly recovery: RecoveryService;
  readonly sessions: Sessions;
  readonly memberships: Pick<Memberships, 'user'>;
  readonly cookie: SessionCookie;
}

export function callerOf(request: FastifyRequest): Caller {
  return { address: request.ip, host: request.hostname, userAgent: request.headers['user-agent'] };
}

/** API clients get the tokens, the web gets a cookie that its scripts cannot read. */
function carriedAway(signedIn: SignedIn, cookie: SessionCookie) {
  const { user } = signedIn;
  return signedIn.client === 'api' ? { body: { ...signedIn.tokens, user } } : { body: { user }, headers: { 'set-cookie': cookie.set(signedIn.cookie) } };
}

export function identityRoutes({ implement }: Pick<Http, 'implement'>, { database, signIn, recovery, sessions, memberships, cookie }: IdentityRouteParts): void {
  implement(auth.register, async ({ body, request }) => ({ status: 201, ...carriedAway(await signIn.register({ ...body, name: body.name ?? nameFrom(body.email) }, callerOf(request)), cookie) }));
  implement(auth.login, async ({ body, request }) => ({ status: 200, ...carriedAway(await signIn.login(body, callerOf(request)), cookie) }));

  implement(auth.refresh, async ({ body }) => {
    const { userId, organisationId, ...tokens } = await sessions.refresh(body.refreshToken);
    const user = await database.transaction({ organisationId, userId }, (tx) => memberships.user(tx, userId));
    if (user === undefined) throw new Failure('auth.refresh-invalid');
    return { status: 200, body: { ...tokens, user } };
  });

  implement(auth.logout, async ({ body, person: { userId, sessionId } }) => {
    if (body.everywhere) await database.identity((tx) => sessions.endAll(tx, userId));
    else await sessions.end(userId, sessionId);
    return { status: 204, headers: { 'set-cookie': cookie.clear() } };
  });

  implement(auth.forgotPassword, async ({ body }) => {
    await recovery.forgot(body.email);
    return { status: 202, body: { sent: true } };
  });
  implement(auth.resetPassword, async ({ body }) => {
    await recovery.reset(body.token, body.password);
    return { status: 204 };
  });
  implement(auth.verifyEmail, async ({ body }) => {
    await recovery.verifyEmail(body.token);
    return { status: 204 };
  });
  implement(auth.resendVerification, async ({ person }) => {
    await recovery.resendVerification(person);
    return { status: 202, body: { sent: true } };
  });

  implement(auth.sessions, async ({ person }) => {
    const items = (await sessions.list(person.userId)).map(({ id, client, userAgent, createdAt, lastUsedAt }) => ({
      id, client, userAgent, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt.toISOString(), current: id === person.sessionId,
    }));
    return { status: 200, body: { items } };
  });
  implement(auth.endSession, async ({ params, person }) => {
    if (!(await sessions.end(person.userId, params.sessionId))) throw new Failure('auth.session-unknown');
    return { status: 204 };
  });
}

/** For who gives no name: what stands before the @, until they say. */
function nameFrom(email: string): string {
  return email.split('@', 1)[0] ?? email;
}
