/**
 * What somebody would write who needed these two routes and nothing else: fastify and pg, no house around them.
 *   bare         checks the token's signature with jose on each request, then row-security transaction and select
 *   remembering  the same, but a token that passed is remembered until it expires
 *   plain        neither token nor transaction: one prepared select by an account that row security does not bind
 * One argument: which. Answers { listening: port } to its parent.
 */
import fastify from 'fastify';
import { jwtVerify } from 'jose';
import pg from 'pg';
import { signingKeys } from '../../server/src/features/identity/secrets.ts';
import { openPostgres } from '../../server/src/platform/ground.ts';
import { processEnvironment, readSettings } from '../../server/src/platform/settings.ts';
import './report-usage.ts';

export type PeerKind = 'bare' | 'remembering' | 'plain';

interface Claims {
  readonly userId: string;
  readonly organisationId: string;
  readonly expiresAtSeconds: number;
}

interface Select {
  readonly name: string;
  readonly text: string;
}

const pageSize = 21;
const selectMe: Select = { name: 'me', text: `
  select u.id, m.name, u.email, u.email_verified as "emailVerified", m.role, u.language, u.theme, m.onboarded_at is not null as onboarded,
    o.id as "organisationId", o.name as "organisationName", o.slug
  from member m join identity."user" u on u.id = m.user_id join identity.organisation o on o.id = m.organisation_id where m.user_id = $1` };
const selectGaps: Select = { name: 'gaps', text: `
  select id, resume_id as "resumeId", job_ad_id as "jobAdId", role_id as "roleId", title, organisation_name as organisation, url,
    match_percentage as "matchPercentage", weighted_match_percentage as "weightedMatchPercentage", missing_count as "missingCount", created_at as "createdAt",
    (select count(*)::int from skill_gap where user_id = $1) as total
  from skill_gap where user_id = $1 order by created_at desc, id desc limit ${pageSize}` };

const kind = process.argv[2] as PeerKind;
const settings = readSettings(processEnvironment());
const ignore = () => undefined;
const { appUrl, ownerUrl } = await openPostgres({ settings, command: 'bench', embedded: 'join', report: ignore, onFailure: ignore });
const pool = new pg.Pool({ connectionString: kind === 'plain' ? ownerUrl : appUrl, max: settings.databaseConnections });
const { publicKey } = signingKeys(settings.secret);
const remembered = new Map<string, Claims>();

async function verified(header: string | undefined): Promise<Claims> {
  const token = header?.slice('Bearer '.length) ?? '';
  const known = remembered.get(token);
  if (known !== undefined && known.expiresAtSeconds > Date.now() / 1000) return known;
  const { payload } = await jwtVerify(token, publicKey, { algorithms: ['EdDSA'], issuer: 'cairn' });
  const claims = { userId: String(payload.sub), organisationId: String(payload['org']), expiresAtSeconds: Number(payload.exp) };
  if (kind === 'remembering') remembered.set(token, claims);
  return claims;
}

async function inRowSecurity(header: string | undefined, select: Select): Promise<Record<string, unknown>[]> {
  const { userId, organisationId } = await verified(header);
  const client = await pool.connect();
  try {
    await client.query(`begin;set local app.organisation_id='${organisationId}';set local app.user_id='${userId}'`);
    const { rows } = await client.query({ ...select, values: [userId] });
    await client.query('commit');
    return rows as Record<string, unknown>[];
  } finally {
    client.release();
  }
}

/** The person of the one token that is ever sent. */
let plainUserId: string | undefined;

async function plainly(header: string | undefined, select: Select): Promise<Record<string, unknown>[]> {
  plainUserId ??= (await verified(header)).userId;
  return (await pool.query({ ...select, values: [plainUserId] })).rows as Record<string, unknown>[];
}

const rowsOf = kind === 'plain' ? plainly : inRowSecurity;
const app = fastify();
app.get('/api/v1/me', async ({ headers: { authorization } }) => {
  const { organisationId, organisationName, slug, ...user } = (await rowsOf(authorization, selectMe))[0] ?? {};
  return { ...user, organisation: { id: organisationId, name: organisationName, slug } };
});
app.get('/api/v1/skill-gaps', async ({ headers: { authorization } }) => {
  const rows = await rowsOf(authorization, selectGaps);
  const items = rows.map(({ total: _total, title, organisation, roleId, jobAdId, url, ...gap }) => ({ ...gap, goal: { title, organisation, roleId, jobAdId, url } }));
  return { items, total: rows[0]?.['total'] ?? 0, nextCursor: null };
});
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
process.send?.({ listening: typeof address === 'object' && address !== null ? address.port : 0 });
