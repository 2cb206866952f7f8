import { redirect } from '@tanstack/react-router';
import { changeLanguage, languageNamed } from '../lib/i18n.ts';
import { rememberMember } from '../lib/kept.ts';
import { keepCopiesOf } from '../lib/offline-copies.ts';
import { queryClient } from '../lib/query-client.ts';
import { meQuery } from '../lib/session.ts';
import { homeOf, mayOpen } from './places.ts';

/** Who is signed in goes on in their own language; everybody else signs in first and comes back. */
export async function enterAsMember(pathname: string, href: string): Promise<void> {
  const me = await queryClient.ensureQueryData(meQuery);
  rememberMember(me?.role ?? null);
  if (!me) throw redirect({ to: '/sign-in', search: { to: href } });
  await keepCopiesOf(me.id);
  const language = languageNamed(me.language);
  if (language) await changeLanguage(language);
  if (!mayOpen(me.role, pathname)) throw redirect({ to: homeOf(me.role) });
}
