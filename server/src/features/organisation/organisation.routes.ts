import { organisation } from '@cairn/contracts';
import type { Http } from '../../platform/http/http.ts';
import type { AccountMails, SessionCookie, Sessions } from '../identity/index.ts';
import { subdomainOf } from './choose-organisation.ts';
import type { PersonRow } from './member.store.ts';
import type { OrganisationService } from './organisation.service.ts';
import type { OwnOrganisationService } from './own-organisation.service.ts';
import type { PeopleService } from './people.service.ts';

export interface OrganisationRouteParts {
  readonly organisations: OrganisationService;
  readonly own: OwnOrganisationService;
  readonly people: PeopleService;
  readonly sessions: Sessions;
  readonly mails: AccountMails;
  readonly cookie: SessionCookie;
  readonly publicUrl: string;
  readonly demo: boolean;
}

const personAnswer = ({ joinedAt, lastSeenAt, ...person }: PersonRow) => ({ ...person, joinedAt: joinedAt.toISOString(), lastSeenAt: lastSeenAt?.toISOString() ?? null });
const invitationAnswer = <I extends { readonly expiresAt: Date }>(invitation: I) => ({ ...invitation, expiresAt: invitation.expiresAt.toISOString() });

export function organisationRoutes({ implement }: Pick<Http, 'implement'>, { organisations, own, people, sessions, mails, cookie, publicUrl, demo }: OrganisationRouteParts): void {
  implement(organisation.installation, async ({ request }) => {
    const all = await organisations.all();
    const subdomain = subdomainOf(request.hostname, publicUrl);
    const chosen = all.find(({ slug }) => slug === subdomain) ?? (all.length === 1 ? all[0] : undefined);
    return { status: 200, body: { setUp: all.length > 0, organisations: all.map(({ name, slug }) => ({ name, slug })), chosen: chosen?.slug ?? null, demo } };
  });

  implement(organisation.setUp, async ({ body, request }) => {
    const { organisationName: name, slug, emailDomain, name: adminName, email: adminEmail, password, client } = body;
    return organisations.setUp({ name, slug, emailDomain, adminName, adminEmail, password }, async (tx, { organisation: made, adminUserId }) => {
      const admin = { userId: adminUserId, organisationId: made.id };
      await mails.send(tx, 'verify-email', admin);
      const answer = { status: 201 as const, body: { organisation: made } };
      if (client !== 'web') return answer;
      // The page goes on as the admin; an API client signs in.
      const started = await sessions.start(tx, { ...admin, client, userAgent: request.headers['user-agent'] });
      return started.client === 'web' ? { ...answer, headers: { 'set-cookie': cookie.set(started.cookie) } } : answer;
    });
  });

  implement(organisation.read, async ({ person }) => ({ status: 200, body: await own.read(person) }));
  implement(organisation.change, async ({ body, person }) => ({ status: 200, body: await own.change(person, body) }));

  implement(organisation.people, async ({ query, person }) => {
    const { items, total, nextCursor } = await people.list(person, query);
    return { status: 200, body: { items: items.map(personAnswer), total, nextCursor } };
  });
  implement(organisation.changeRole, async ({ params, body, person }) => ({ status: 200, body: personAnswer(await people.changeRole(person, params.id, body.role)) }));
  implement(organisation.invite, async ({ body, person }) => ({ status: 201, body: invitationAnswer(await people.invite(person, body)) }));
  implement(organisation.invitations, async ({ person }) => ({ status: 200, body: { items: (await people.invitations(person)).map(invitationAnswer) } }));
}
