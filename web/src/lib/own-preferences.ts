import type { User } from '@cairn/contracts';
import { useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from './api.ts';
import { changeLanguage, languageNamed, type Language } from './i18n.ts';
import { meQuery, useMe } from './session.ts';

type Theme = User['theme'];

export function useApplyTheme(): (theme: Theme) => void {
  const { setColorScheme } = useMantineColorScheme();
  return (theme) => { setColorScheme(theme === 'system' ? 'auto' : theme); };
}

/** The account's language and theme hold wherever its owner signs in. */
export function useStoredPreferences(): void {
  const me = useMe();
  const applyTheme = useApplyTheme();
  const theme = me?.theme;
  const language = me ? languageNamed(me.language) : undefined;
  useEffect(() => {
    if (theme) applyTheme(theme);
    // The function is new in every render and does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [theme]);
  useEffect(() => {
    if (language) void changeLanguage(language);
  }, [language]);
}

/** Changes the page at once and the account behind it; a change that could not be stored still holds on this page. */
export function useChangePreferences(): { changeOwnLanguage: (language: Language) => void; changeOwnTheme: (theme: Theme) => void } {
  const queryClient = useQueryClient();
  const applyTheme = useApplyTheme();
  const store = async (change: { language?: Language; theme?: Theme }) => {
    const me = await call('PATCH /me', { body: change }).catch(() => null);
    if (me) queryClient.setQueryData(meQuery.queryKey, me);
  };
  return {
    changeOwnLanguage: (language) => { void changeLanguage(language); void store({ language }); },
    changeOwnTheme: (theme) => { applyTheme(theme); void store({ theme }); },
  };
}
