import { useMantineColorScheme } from '@mantine/core';
import type { User } from '@cairn/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { changeLanguage, languages } from '../../lib/i18n.ts';
import { meQuery } from '../../lib/session.ts';

/** What happens after signing in: the person's own language and theme, then where they wanted to go. */
export function useSignedIn(): (user: User, to?: string) => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  return async (user, to) => {
    queryClient.clear();
    queryClient.setQueryData(meQuery.queryKey, user);
    const language = languages.find((one) => one === user.language);
    if (language) await changeLanguage(language);
    setColorScheme(user.theme === 'system' ? 'auto' : user.theme);
    if (to?.startsWith('/') && !to.startsWith('//')) await navigate({ href: to });
    else await navigate({ to: user.onboarded ? '/dashboard' : '/welcome' });
  };
}
