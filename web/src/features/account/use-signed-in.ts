import type { User } from '@cairn/contracts';
import { useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { changeLanguage, languageNamed } from '../../lib/i18n.ts';
import { rememberMember } from '../../lib/kept.ts';
import { meQuery } from '../../lib/session.ts';

/** What happens after signing in: the person's own language and theme, then where they wanted to go. */
export function useSignedIn(): (user: User, to?: string) => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  return async (user, to) => {
    queryClient.clear();
    queryClient.setQueryData(meQuery.queryKey, user);
    rememberMember(user.role);
    const language = languageNamed(user.language);
    if (language) await changeLanguage(language);
    setColorScheme(user.theme === 'system' ? 'auto' : user.theme);
    if (to !== undefined && isWithin(to)) await navigate({ href: to });
    else await navigate({ to: user.onboarded ? '/home' : '/welcome' });
  };
}

/** Only to pages of this installation: browsers read `//host` and `/\\host` as another host. */
function isWithin(address: string): boolean {
  return URL.parse(address, location.origin)?.origin === location.origin && address.startsWith('/') && !/^[/\\]{2}/.test(address);
}
